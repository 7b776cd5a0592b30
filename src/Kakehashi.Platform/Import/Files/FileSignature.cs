using System.Text;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Tells from its first bytes what a file is that is no text.</summary>
internal static class FileSignature
{
    private static readonly (byte[] Magic, Text Name)[] Foreign =
    [
        ("%PDF"u8.ToArray(), ("PDF 文書", "a PDF document")),
        ([0x89, .. "PNG"u8], ("画像（PNG）", "an image (PNG)")),
        ([0xFF, 0xD8, 0xFF], ("画像（JPEG）", "an image (JPEG)")),
        ("GIF8"u8.ToArray(), ("画像（GIF）", "an image (GIF)")),
        ([.. "II*"u8, 0], ("画像（TIFF）", "an image (TIFF)")),
        ([.. "MM"u8, 0, (byte)'*'], ("画像（TIFF）", "an image (TIFF)")),
        ("RIFF"u8.ToArray(), ("画像・音声・動画（RIFF）", "an image, sound or film (RIFF)")),
        (@"{\rtf"u8.ToArray(), ("リッチテキスト（RTF）", "rich text (RTF)")),
        ([.. "7z"u8, 0xBC, 0xAF], ("7-Zip の書庫", "a 7-Zip archive")),
        ("Rar!"u8.ToArray(), ("RAR の書庫", "a RAR archive")),
        ([0x28, 0xB5, 0x2F, 0xFD], ("Zstandard で圧縮したファイル", "a file compressed by Zstandard")),
        ([0xFD, .. "7zXZ"u8], ("xz で圧縮したファイル", "a file compressed by xz")),
        ("BZh"u8.ToArray(), ("bzip2 で圧縮したファイル", "a file compressed by bzip2")),
        ("PAR1"u8.ToArray(), ("Parquet ファイル", "a Parquet file")),
        ("SQLite format 3"u8.ToArray(), ("SQLite データベース", "an SQLite database")),
        ([0x7F, .. "ELF"u8], ("実行プログラム", "a program")),
        ([.. "MZ"u8, 0x90, 0], ("実行プログラム", "a program")),
        ([0, 1, 0, 0, .. "Standard"u8], ("Access データベース", "an Access database")),
    ];

    internal static bool IsZip(ReadOnlySpan<byte> head) => head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8);

    internal static bool IsCompound(ReadOnlySpan<byte> head) => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>A worksheet of Excel 2 to 5 without any container.</summary>
    internal static bool IsBareXls(ReadOnlySpan<byte> head) => head is [0x09, 0 or 2 or 4 or 8, 4 or 6 or 8, 0, ..];

    internal static bool IsGzip(ReadOnlySpan<byte> head) => head is [0x1F, 0x8B, 8, ..];

    /// <summary>The name of a known kind of file that is no table; null for any other.</summary>
    internal static Text? OfForeign(ReadOnlySpan<byte> head)
    {
        foreach (var (magic, name) in Foreign)
            if (head.StartsWith(magic)) return name;
        return null;
    }

    /// <summary>Markup that often hides behind .xls and .csv; null where the text is no markup.</summary>
    internal static Text? OfMarkup(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        if (trimmed.IsEmpty || trimmed[0] != '<') return null;
        if (Has("urn:schemas-microsoft-com:office:spreadsheet")) return ("XML スプレッドシート 2003", "an XML Spreadsheet 2003");
        if (Has("<html") || Has("<!doctype html") || Has("<table") || Has("<body") || Has("<meta") || Has("<div"))
            return ("HTML（ウェブページ）", "HTML (a web page)");
        return trimmed.Length > 1 && (trimmed[1] is '?' or '!' || char.IsLetter(trimmed[1])) && trimmed.Contains('>')
            ? new Text("XML 文書", "an XML document") : null;

        bool Has(string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True where a sample of text without NULs still is no text: many control characters.</summary>
    internal static bool IsBinary(ReadOnlySpan<byte> sample)
    {
        var controls = 0;
        foreach (var b in sample)
            if (b < 32 && b is not (9 or 10 or 11 or 12 or 13 or 0x1A or 0x1B)) controls++;
        return controls >= 4 && controls * 50 > sample.Length;
    }

    /// <summary>NULs on only the even or only the odd places, as Latin letters, digits and line breaks have in UTF-16.</summary>
    internal static bool IsUtf16(ReadOnlySpan<byte> sample)
    {
        Span<int> nuls = [0, 0];
        for (var i = 0; i < sample.Length; i++)
            if (sample[i] == 0) nuls[i & 1]++;
        var (most, least) = (Math.Max(nuls[0], nuls[1]), Math.Min(nuls[0], nuls[1]));
        return most >= 2 && least * 20 <= most && most * 20 >= sample.Length / 2;
    }

    internal static bool HasMark(ReadOnlySpan<byte> head, out Encoding encoding, out int bytes)
    {
        (encoding, bytes) = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (TextEncodings.Utf8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (TextEncodings.Strict("utf-32")!, 4),
            [0xFF, 0xFE, ..] => (TextEncodings.Strict("utf-16")!, 2),
            [0xFE, 0xFF, ..] => (TextEncodings.Strict("utf-16BE")!, 2),
            _ => (TextEncodings.Utf8, 0),
        };
        return bytes > 0;
    }
}
