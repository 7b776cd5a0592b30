using System.Text;

namespace Kakehashi.Platform.Import.Files;

/// <summary>Finds out the encoding of a text by looking: mark, UTF-8, ISO-2022-JP, EUC-JP, CP932, CP1252, in this order.</summary>
internal static class TextEncodings
{
    /// <summary>How far a text is read to find out its encoding; what shows only later is refused at its line.</summary>
    private const long Looked = 16 << 20;

    /// <summary>So many characters of more than one byte, all correct, are UTF-8 beyond doubt.</summary>
    private const int Enough = 4096;

    private const int Block = 1 << 16;

    internal static Encoding Utf8 { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>An encoding that refuses bytes it does not know; null where there is none of this name.</summary>
    internal static Encoding? Strict(string name)
    {
        try
        {
            var codePage = name.ToUpperInvariant() switch { "CP932" or "MS932" => "932", "CP1252" => "1252", var other => other };
            var (encoder, decoder) = (EncoderFallback.ReplacementFallback, DecoderFallback.ExceptionFallback);
            if (int.TryParse(codePage, out var number))
                return CodePagesEncodingProvider.Instance.GetEncoding(number, encoder, decoder) ?? Encoding.GetEncoding(number, encoder, decoder);
            return CodePagesEncodingProvider.Instance.GetEncoding(name, encoder, decoder) ?? Encoding.GetEncoding(name, encoder, decoder);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The same encoding, but showing bytes it does not know as a replacement character.</summary>
    internal static Encoding Lenient(Encoding encoding)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient;
    }

    /// <summary>The encoding, or null where it is none of those looked for.</summary>
    internal static Encoding? Find(Stream stream)
    {
        var buffer = new byte[Block + 4];
        var (kept, looked, multibyte) = (0, 0L, 0);
        while (looked < Looked)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept, Block), Block, throwOnEndOfStream: false);
            var bytes = buffer.AsSpan(0, kept + read);
            if (looked == 0 && IsIso2022(bytes)) return Strict("iso-2022-jp");
            var whole = read < Block ? bytes.Length : bytes.Length - CutOff(bytes);
            if (!System.Text.Unicode.Utf8.IsValid(bytes[..whole])) return FromFirstHigh(bytes, stream) is var sample && IsUtf8WithSurrogates(sample) ? null : OfBytes(sample);
            if (read < Block) break;
            multibyte += CountHigh(bytes);
            if (multibyte >= Enough) break;
            kept = bytes.Length - whole;
            bytes[whole..].CopyTo(buffer);
            looked += read;
        }

        return Utf8;
    }

    private static int CountHigh(ReadOnlySpan<byte> bytes)
    {
        if (Ascii.IsValid(bytes)) return 0;
        var count = 0;
        foreach (var b in bytes)
            if (b >= 0xC0) count++;
        return count;
    }

    /// <summary>Bytes at the end that begin a character which goes on in the next block: 0 to 3.</summary>
    private static int CutOff(ReadOnlySpan<byte> bytes)
    {
        for (var back = 1; back <= 3 && back <= bytes.Length; back++)
        {
            var b = bytes[^back];
            if (b < 0x80) return 0;
            if (b < 0xC0) continue;
            var needs = b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2;
            return needs > back ? back : 0;
        }

        return 0;
    }

    /// <summary>Halves of surrogate pairs written as if they were characters: broken UTF-8, which would pass for CP1252.</summary>
    private static bool IsUtf8WithSurrogates(byte[] sample)
    {
        var rest = new List<byte>(sample.Length);
        for (var i = 0; i < sample.Length; i++)
        {
            if (i + 2 < sample.Length && sample[i] == 0xED && sample[i + 1] is >= 0xA0 and <= 0xBF && sample[i + 2] is >= 0x80 and <= 0xBF) i += 2;
            else rest.Add(sample[i]);
        }

        return rest.Count < sample.Length && System.Text.Unicode.Utf8.IsValid(rest.ToArray());
    }

    private static bool IsIso2022(ReadOnlySpan<byte> bytes) =>
        Ascii.IsValid(bytes) && (bytes.IndexOf("\x1B$B"u8) >= 0 || bytes.IndexOf("\x1B$@"u8) >= 0);

    /// <summary>A sample for the choice between encodings of single and double bytes: from the line of the first high byte on.</summary>
    private static byte[] FromFirstHigh(ReadOnlySpan<byte> block, Stream rest)
    {
        var high = block.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
        var line = block[..high].LastIndexOf((byte)'\n') + 1;
        var more = new byte[4 * Block];
        var read = rest.ReadAtLeast(more, more.Length, throwOnEndOfStream: false);
        byte[] sample = [.. block[line..], .. more.AsSpan(0, read)];
        // the sample must not end within a character
        return read < more.Length ? sample : sample[..(Array.LastIndexOf(sample, (byte)'\n') is var end and > 0 ? end : sample.Length - 4)];
    }

    /// <summary>
    /// Japanese text is runs of high bytes, often with lead bytes 81 to 9F; Western text has single high bytes from C0 on
    /// between plain letters. Both may decode in the other encoding, to nonsense.
    /// </summary>
    private static Encoding? OfBytes(byte[] sample)
    {
        if (EucJp.Is(sample)) return Strict("euc-jp");
        var (cp932, cp1252) = (Strict("932")!, Strict("1252")!);
        var isJapanese = Decodes(cp932, sample);
        var isWestern = sample.AsSpan().IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) < 0;
        if (!isJapanese) return isWestern ? cp1252 : null;
        if (!isWestern) return cp932;
        var (high, runs, leads) = (0, 0, 0);
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] < 0x80) continue;
            high++;
            if (i == 0 || sample[i - 1] < 0x80) runs++;
            if (sample[i] is >= 0x82 and <= 0x9F and not (0x91 or 0x92 or 0x93 or 0x94 or 0x96)) leads++;
        }

        return leads * 5 > high || high * 2 > runs * 5 ? cp932 : cp1252;
    }

    private static bool Decodes(Encoding encoding, byte[] sample)
    {
        try
        {
            encoding.GetCharCount(sample);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
