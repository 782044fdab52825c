// Calls libFuzzer where it is linked. A weak symbol is the only way to ask, and Swift has none.
#include "FuzzDriver.h"

extern int LLVMFuzzerRunDriver(int *argc, char ***argv, fuzz_input input) __attribute__((weak));

int fuzz_drive(int argc, char **argv, fuzz_input input) {
    if (!LLVMFuzzerRunDriver) return -1;
    return LLVMFuzzerRunDriver(&argc, &argv, input);
}
