#!/usr/bin/env bash
# Sees to it that the Swift toolchain is there and that the system packages are installed which
# building and testing Guichet needs. Where nothing is missing it says nothing and takes a moment.
#
# What is missing is named with its reason and installed: as root, or through sudo when sudo asks
# for no password. Without these rights it prints the line to run, and ends with 69.
#
# Usage: Packaging/dev/needs.sh [--list]    --list prints the packages and their reasons
set -euo pipefail

# The names are those of Debian 12. A package stands here for what this tree itself asks for; what
# those packages depend on comes with them.
packages() {
    cat <<'LIST'
binutils             the linker that Swift calls
libc6-dev            the C library's headers, which every Swift program imports
libstdc++-12-dev     the C++ library that the Swift runtime is linked with
libcurl4             Swift's package manager does not start without it
libncurses6          Swift's compiler driver does not start without it
pkg-config           finds the libraries below for the build
libgmime-3.0-dev     reads and writes MIME
libxml2-dev          reads HTML mail
libcmark-dev         turns the letters' Markdown into HTML
libsqlite3-dev       stores tickets
libcurl4-openssl-dev opens, encrypts and authenticates connections to mail servers
libyaml-dev          reads the settings, with a position for every error
tzdata               knows when an hour in France begins
LIST
}

fail() {
    printf '%s\n' "$@" >&2
    exit 69
}

if [[ ${1-} == --list ]]; then
    packages
    exit
fi

command -v swift >/dev/null ||
    fail 'Swift is missing: install the toolchain, 6.3 or newer (https://www.swift.org/install/linux/), and put its usr/bin on PATH.'

command -v dpkg-query >/dev/null ||
    fail 'This system is not Debian, so its packages cannot be looked up. Guichet is built on Debian 12; Packaging/dev/needs.sh --list names what it needs.'

# dpkg-query ends with 1 when it does not know a package; what it prints is the answer all the same.
mapfile -t wanted < <(packages | cut -d' ' -f1)
installed=$(dpkg-query -W -f='${db:Status-Status} ${binary:Package}\n' "${wanted[@]}" 2>/dev/null) || true
missing=()
for package in "${wanted[@]}"; do
    grep -qE "^installed ${package//+/\\+}(:|\$)" <<<"$installed" || missing+=("$package")
done
((${#missing[@]})) || exit 0

echo 'System packages that are missing:' >&2
for package in "${missing[@]}"; do
    packages | grep -F -- "$package " | sed 's/^/    /' >&2
done

install=(apt-get install --yes --no-install-recommends "${missing[@]}")
if ((EUID == 0)); then
    as_root=(env)
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
else
    fail 'Installing them needs root. Run this once, then repeat:' \
        "    sudo apt-get update && sudo ${install[*]}"
fi

# Only a failure is worth the many lines that apt-get writes.
quietly() {
    local output
    output=$("${as_root[@]}" DEBIAN_FRONTEND=noninteractive "$@" -q -o DPkg::Lock::Timeout=300 </dev/null 2>&1) ||
        { printf '%s\n' "$output" >&2 && return 1; }
}

echo 'Installing them with apt-get.' >&2
quietly apt-get update || echo 'The lists of packages could not be renewed; trying with the old ones.' >&2
quietly "${install[@]}" ||
    fail 'apt-get could not install them (its own words are above). Mend that, or run as root:' \
        "    apt-get update && ${install[*]}"
