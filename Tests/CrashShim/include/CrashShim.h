#pragma once
// Nothing to call: the library works by being preloaded.
