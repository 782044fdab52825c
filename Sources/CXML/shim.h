#pragma once
// libxml2's HTML parser. Its headers would draw in the system's ICU, whose types clash with those
// of Foundation's own ICU; the only fields that this leaves out are converter handles at the end
// of a structure that is never touched here.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
