#pragma once
// libxml2's HTML parser.
#include <libxml/HTMLparser.h>
