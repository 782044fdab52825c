// cmark as it is: one function turns Markdown into HTML, and its result is freed by the caller.
// Swift can call all of it; nothing needs a wrapper.
#pragma once
#include <cmark.h>
