// libyaml's own header is all that Swift needs: no variadic function or macro is called.
#pragma once
#include <yaml.h>
