#include "indexer/formats/charset.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include "common/text/utf8.h"
#include "indexer/formats/requoted.h"

namespace broadsheet {
namespace {

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

// The UTF-32 marks begin with those of UTF-16: they come first.
constexpr Mark kMarks[] = {
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"}, {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {"\xEF\xBB\xBF", "UTF-8"},         {"\xFF\xFE", "UTF-16LE"},
    {"\xFE\xFF", "UTF-16BE"},
};

/// How files begin that are no text, though some of them look like it.
constexpr std::string_view kMagic[] = {"%PDF",
                                       "%!PS",
                                       "{\\rtf",
                                       "PK\x03\x04",
                                       "\x1F\x8B",
                                       "BZh",
                                       "7z\xBC",
                                       "Rar!",
                                       "\xFD"
                                       "7zXZ",
                                       "\x28\xB5\x2F\xFD",
                                       "\x89PNG",
                                       "GIF8",
                                       "\xFF\xD8\xFF",
                                       "RIFF",
                                       "OggS",
                                       "ID3",
                                       "fLaC",
                                       "II*",
                                       "\x7F"
                                       "ELF",
                                       "\xD0\xCF\x11\xE0",
                                       "SQLite format",
                                       "wOFF"};

const Mark* mark_of(std::string_view bytes) {
  const auto* found =
      std::find_if(std::begin(kMarks), std::end(kMarks),
                   [&](const Mark& m) { return bytes.starts_with(m.bytes); });
  return found == std::end(kMarks) ? nullptr : found;
}

/// UTF-16 without a mark: every second byte of a Western text is NUL.
std::string_view unmarked_utf16(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 512);
  if (head.find('\0') == head.npos) return {};
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++zeros[i % 2];
  }
  const std::size_t many = head.size() * 3 / 10;
  if (head.size() < 8) return {};
  if (zeros[1] > many && zeros[0] < many / 10 + 1) return "UTF-16LE";
  if (zeros[0] > many && zeros[1] < many / 10 + 1) return "UTF-16BE";
  return {};
}

/// The 27 printable characters of windows-1252 between 0x80 and 0x9F.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

char32_t windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80u] : byte;
}

std::string utf8_or_1252(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 16);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const char32_t c = next_char(bytes, at);
    const bool broken = c == kReplacement && at - begin == 1;
    append_utf8(
        text,
        broken ? windows_1252(static_cast<unsigned char>(bytes[begin])) : c);
  }
  return text;
}

/// The byte that stands for a character in windows-1252, or 0.
unsigned char byte_of(char32_t c) {
  if (c < 0x100) return static_cast<unsigned char>(c);
  const auto* at = std::ranges::find(kWindows1252, c);
  if (c == kReplacement || at == kWindows1252.end()) return 0;
  return static_cast<unsigned char>(0x80 + (at - kWindows1252.begin()));
}

/// "CafÃ©" as "Café": a text that was made UTF-8 twice, if each and every of
/// its characters beyond ASCII is of such a pair.
std::optional<std::string> undoubled(std::string_view text) {
  const std::size_t ascii = ascii_size(text);
  if (ascii == text.size()) return std::nullopt;
  std::string once(text, 0, ascii);
  std::size_t follow = 0;  // bytes that the character wants still
  for (std::size_t at = once.size(); at < text.size();) {
    const unsigned char byte = byte_of(next_char(text, at));
    const bool follows = byte >= 0x80 && byte < 0xC0;
    if (byte == 0 || follows != (follow > 0)) return std::nullopt;
    if (follows) {
      --follow;
    } else if (byte >= 0xC2) {
      follow = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1;
    }
    once += static_cast<char>(byte);
  }
  if (!valid_utf8(once)) return std::nullopt;
  return once;
}

std::optional<std::string> decoded(std::string_view bytes,
                                   std::string_view charset) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
      ucnv_open(std::string(charset).c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(),
                                static_cast<int32_t>(bytes.size()),
                                converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

bool is_western(std::string_view charset) {
  std::string name;
  for (const char c : charset) {
    if (c == '-' || c == '_' || c == ' ') continue;
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  constexpr std::string_view kNames[] = {
      "",      "utf8",    "iso88591",    "latin1",
      "ascii", "usascii", "windows1252", "cp1252"};
  return std::find(std::begin(kNames), std::end(kNames), name) !=
         std::end(kNames);
}

/// What the bytes look like, where they are plainly not Western: many bytes
/// above ASCII and a confident guess.
std::string guessed(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::size_t{64} << 10);
  const auto high = static_cast<std::size_t>(std::count_if(
      head.begin(), head.end(),
      [](char c) { return static_cast<unsigned char>(c) > 127; }));
  if (high * 5 < head.size()) return {};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(
      ucsdet_open(&status), &ucsdet_close);
  ucsdet_setText(detector.get(), head.data(), static_cast<int32_t>(head.size()),
                 &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || !match) return {};
  if (ucsdet_getConfidence(match, &status) < 40) return {};
  return ucsdet_getName(match, &status);
}

/// Without the character that is cut off at the end, where all else is UTF-8
/// and not all of it ASCII.
std::string_view without_cut_end(std::string_view bytes) {
  const auto byte = [](char c) { return static_cast<unsigned char>(c); };
  for (std::size_t n = 1; n <= 3 && n < bytes.size(); ++n) {
    const unsigned char lead = byte(bytes[bytes.size() - n]);
    if (lead >= 0x80 && lead < 0xC0) continue;
    const std::string_view head = bytes.substr(0, bytes.size() - n);
    const bool wide = ascii_size(head) < head.size();
    return lead >= 0xC0 && wide && valid_utf8(head) ? head : bytes;
  }
  return bytes;
}

std::string utf8_of(std::string_view bytes, std::string_view declared) {
  if (const Mark* mark = mark_of(bytes)) {
    bytes.remove_prefix(mark->bytes.size());
    declared = mark->charset;
  } else if (const std::string_view wide = unmarked_utf16(bytes);
             !wide.empty()) {
    declared = wide;
  } else if (valid_utf8(bytes)) {
    return std::string(bytes);
  }
  if (const auto head = without_cut_end(bytes); head != bytes)
    return std::string(head);
  std::string charset(declared);
  if (is_western(charset)) charset = valid_utf8(bytes) ? "" : guessed(bytes);
  if (!is_western(charset)) {
    if (auto text = decoded(bytes, charset)) return *text;
  }
  return utf8_or_1252(bytes);
}

}  // namespace

std::string to_utf8(std::string_view bytes, std::string_view declared) {
  const bool ascii = ascii_size(bytes) == bytes.size();
  if (ascii && unmarked_utf16(bytes).empty()) return std::string(bytes);
  std::string text = utf8_of(bytes, declared);
  if (auto once = undoubled(text)) return *std::move(once);
  if (auto whole = requoted(text)) return *std::move(whole);
  return text;
}

bool looks_like_text(std::string_view head) {
  if (std::any_of(std::begin(kMagic), std::end(kMagic),
                  [&](std::string_view m) { return head.starts_with(m); })) {
    return false;
  }
  if (mark_of(head) || !unmarked_utf16(head).empty()) return true;
  const auto plain = [](const char* c) {
    const auto byte = static_cast<unsigned char>(*c);
    return (byte >= 0x20) | ((byte >= 7) & (byte <= 13)) | (byte == 0x1B);
  };
  if (run_size(head, plain) == head.size()) return true;
  const auto odd = static_cast<std::size_t>(std::count_if(
      head.begin(), head.end(), [&](const char& c) { return !plain(&c); }));
  // A bad disk leaves runs of NUL in a text; programs hold all controls.
  const auto nuls =
      static_cast<std::size_t>(std::count(head.begin(), head.end(), '\0'));
  return (odd - nuls) * 20 <= head.size() && nuls * 5 <= head.size();
}

}  // namespace broadsheet
