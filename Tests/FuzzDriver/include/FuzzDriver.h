#pragma once
// The door to libFuzzer, which is linked only where `make fuzz` builds: every other build of the
// program that calls this has no fuzzer in it and replays files instead.
#include <stddef.h>
#include <stdint.h>

typedef int (*fuzz_input)(const uint8_t *_Nullable bytes, size_t count);

// Runs the fuzzer to its end and returns its exit code; -1 where this build has none.
int fuzz_drive(int argc, char *_Nullable *_Nonnull argv, fuzz_input _Nonnull input);
