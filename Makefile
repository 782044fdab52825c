# Everything that is done to this package from a shell, one word each: `make help` lists them.
#
# A target first sees to what it needs (the Swift toolchain, system packages), then works. Nothing
# is written outside .build, except by `bless`, whose whole point it is.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
.PHONY: eval weigh crash-test seeds fuzz help demo test check sanitize bless bench build needs test-needs

dev := Packaging/dev
binary := .build/debug/guichet

help:
	@echo 'make demo          build, then show the main job on sample mailboxes'
	@echo 'make test          run all tests; FILTER=Name runs those whose name matches'
	@echo 'make check         everything a change must pass: format, warnings, imports, tests, demo'
	@echo 'make bless NAME=x  accept the actual result of fixture x as the expected one'
	@echo 'make eval          confusion matrices and every miss, on the labelled mails and our own sets'
	@echo 'make weigh         learn anew what words weigh and how they vote, from our own labelled sets'
	@echo 'make sanitize      run the tests under AddressSanitizer (with leaks) and ThreadSanitizer'
	@echo 'make crash-test    interrupt the program at every I/O step, in six ways'
	@echo 'make seeds         play 1,000 made months, with crashes and clocks that jump; SEEDS=200 for fewer'
	@echo 'make fuzz          a million invented inputs for all readers; FUZZ_SECONDS=600 in all'
	@echo 'make build         build for use: .build/release/guichet, which needs no Swift where it runs'
ifneq ($(wildcard Benchmarks/run.sh),)
	@echo 'make bench         measure mails per second, memory, and how soon a client is answered'
endif

needs:
	@$(dev)/needs.sh

# What the tests' servers need as well; the demo does without.
test-needs:
	@$(dev)/needs.sh --tests

demo: needs
	@swift build --product guichet
	@$(binary) demo --config Mailboxes --state .build/demo

test: test-needs
	@$(dev)/test.sh $(if $(FILTER),--filter '$(FILTER)')

check: test-needs
	@$(dev)/check.sh

eval: test-needs
	@$(dev)/eval.sh

weigh: test-needs
	@$(dev)/weigh.sh

sanitize: test-needs
	@$(dev)/sanitize.sh

bless: test-needs
	@$(dev)/bless.sh '$(NAME)'

build: needs
	@swift build --configuration release --static-swift-stdlib --product guichet

bench: needs
	@if [[ ! -x Benchmarks/run.sh ]]; then \
	    echo 'There is no benchmark in this tree: Benchmarks/run.sh is missing.' >&2; exit 69; fi
	@Benchmarks/run.sh
	@Benchmarks/real-mailboxes.sh 2000 10000
	@Benchmarks/latency.sh

crash-test: test-needs
	@GUICHET_CRASH_STRIDE=1 $(dev)/test.sh --filter CrashTests

# A tenth of them is part of `make check`, with the debug build.
seeds: needs
	@$(dev)/seeds.sh $(or $(SEEDS),1000)

fuzz: needs
	@$(dev)/fuzz.sh
