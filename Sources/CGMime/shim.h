#pragma once
// GMime 3, and through it GLib. What follows is only what Swift cannot call: macros.
#include <gmime/gmime.h>
