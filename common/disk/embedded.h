// A file as part of the program, which so works from any directory. The
// assembler reads it: the compiler never sees megabytes of numbers.
#pragma once

/// Declares `name` and `name_end`, the bytes of the file that the build names.
/// To be used outside of namespaces.
// NOLINTBEGIN: the assembler's .incbin is what both compilers have
#define BROADSHEET_EMBED(name, path)        \
  asm(".pushsection .rodata\n"              \
      ".balign 64\n" #name                  \
      ":\n"                                 \
      ".incbin \"" path "\"\n" #name        \
      "_end:\n"                             \
      ".byte 0\n"                           \
      ".popsection\n"                       \
      ".globl " #name ", " #name "_end\n"); \
  extern "C" const char name[];             \
  extern "C" const char name##_end[]
// NOLINTEND
