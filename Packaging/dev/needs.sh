#!/usr/bin/env bash
# Sees to it that the Swift toolchain is there and that the system packages are installed which
# building and testing Guichet needs. Where nothing is missing it says nothing and takes a moment.
#
# What is missing is named with its reason and installed: as root, or through sudo when sudo asks
# for no password. Without these rights it prints the line to run, and ends with 69.
#
# With --tests it also sees to the servers which the tests run: Dovecot is installed, its own
# service masked; Exim and Cyrus, of which Debian allows only one of a kind beside others, are
# unpacked under .build and not installed. What cannot be had is named, and its tests are skipped:
# nothing of this is ever worth a failure, or the removal of a package that is there.
#
# Usage: Packaging/dev/needs.sh [--tests | --list]    --list prints the packages and their reasons
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

# What the tests' servers need from the system.
test_packages() {
    cat <<'LIST'
dovecot-imapd        the IMAP server that the tests run
openssl              makes the tests' certificates, and is a TLS client
libsasl2-modules     Cyrus asks it about passwords
libcom-err2          Cyrus is linked with it, as with the next nine
libical3
libjansson4
libkrb5-3
libldap-2.5-0
libpcre3
libpq5
libsasl2-2
libwrap0
libxapian30
libdb5.3             Exim is linked with it, as with the next three
libgnutls-dane0
libidn12
libnsl2
LIST
}

# Unpacked under .build/servers, each into a folder of this name.
unpacked_packages() {
    cat <<'LIST'
cyrus    cyrus-common    the second IMAP server that the tests run
cyrus    cyrus-imapd     its IMAP part
cyrus    sasl2-bin       writes its passwords
exim     exim4-daemon-light    the mail server that the tests run
LIST
}

fail() {
    printf '%s\n' "$@" >&2
    exit 69
}

if [[ ${1-} == --list ]]; then
    packages
    test_packages
    unpacked_packages
    exit
fi

command -v swift >/dev/null ||
    fail 'Swift is missing: install the toolchain, 6.3 or newer (https://www.swift.org/install/linux/), and put its usr/bin on PATH.'

command -v dpkg-query >/dev/null ||
    fail 'This system is not Debian, so its packages cannot be looked up. Guichet is built on Debian 12; Packaging/dev/needs.sh --list names what it needs.'

# Prints those of the packages on its input that are not installed.
missing_of() {
    local wanted installed package
    mapfile -t wanted < <(cut -d' ' -f1)
    # dpkg-query ends with 1 when it does not know a package; what it prints is the answer anyway.
    installed=$(dpkg-query -W -f='${db:Status-Status} ${binary:Package}\n' "${wanted[@]}" 2>/dev/null) || true
    for package in "${wanted[@]}"; do
        grep -qE "^installed ${package//+/\\+}(:|\$)" <<<"$installed" || echo "$package"
    done
}

as_root=()
if ((EUID == 0)); then
    as_root=(env)
elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n env)
fi

# Only a failure is worth the many lines that apt-get writes.
quietly() {
    local output
    output=$("${as_root[@]}" DEBIAN_FRONTEND=noninteractive "$@" -q -o DPkg::Lock::Timeout=300 </dev/null 2>&1) ||
        { printf '%s\n' "$output" >&2 && return 1; }
}

mapfile -t missing < <(packages | missing_of)
if ((${#missing[@]})); then
    echo 'System packages that are missing:' >&2
    for package in "${missing[@]}"; do
        packages | grep -F -- "$package " | sed 's/^/    /' >&2
    done
    install=(apt-get install --yes --no-install-recommends "${missing[@]}")
    ((${#as_root[@]})) ||
        fail 'Installing them needs root. Run this once, then repeat:' \
            "    sudo apt-get update && sudo ${install[*]}"
    echo 'Installing them with apt-get.' >&2
    quietly apt-get update || echo 'The lists of packages could not be renewed; trying with the old ones.' >&2
    quietly "${install[@]}" ||
        fail 'apt-get could not install them (its own words are above). Mend that, or run as root:' \
            "    apt-get update && ${install[*]}"
fi
[[ ${1-} == --tests ]] || exit 0

# What the tests' servers need. From here on nothing fails.
mapfile -t missing < <(test_packages | missing_of)
servers=.build/servers
absent=()
while read -r folder package _; do
    [[ -e $servers/$folder/.unpacked-$package ]] || absent+=("$folder/$package")
done < <(unpacked_packages)
((${#missing[@]} + ${#absent[@]})) || exit 0

echo "For the tests' servers: ${missing[*]} ${absent[*]}" >&2
if ((${#as_root[@]})); then
    quietly apt-get update || echo 'The lists of packages could not be renewed; trying with the old ones.' >&2
fi
if ((${#missing[@]})); then
    install=(apt-get install --yes --no-install-recommends --no-remove "${missing[@]}")
    if ((${#as_root[@]})); then
        # A mask says that the service is not to be started, now or later; the tests start their own.
        if [[ " ${missing[*]} " == *' dovecot-imapd '* ]]; then
            "${as_root[@]}" mkdir -p /etc/systemd/system
            for unit in dovecot.service dovecot.socket; do
                [[ -e /etc/systemd/system/$unit ]] ||
                    "${as_root[@]}" ln -sf /dev/null "/etc/systemd/system/$unit"
            done
        fi
        # Where there is no systemd, this file is asked; it is there for the installation only.
        policy=/usr/sbin/policy-rc.d
        if [[ ! -e $policy ]]; then
            printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" >/dev/null
            "${as_root[@]}" chmod 755 "$policy"
            trap '"${as_root[@]}" rm -f "$policy"' EXIT
        fi
        quietly "${install[@]}" || echo 'Some could not be installed: their tests will be skipped.' >&2
    else
        echo "Their tests will be skipped, unless root runs: ${install[*]}" >&2
    fi
fi
for entry in "${absent[@]}"; do
    folder=$servers/${entry%/*} package=${entry#*/}
    mkdir -p "$folder/.archives"
    if (cd "$folder/.archives" && apt-get download -q "$package" >/dev/null 2>&1) &&
        dpkg-deb -x "$folder/.archives/$package"_*.deb "$folder" &&
        chmod -R u+rwX,go+rX,a-s "$folder"; then
        touch "$folder/.unpacked-$package"
    else
        echo "$package could not be fetched: its tests will be skipped." >&2
    fi
    rm -rf "$folder/.archives"
done
