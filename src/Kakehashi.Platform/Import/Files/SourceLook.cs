using System.Text;
using System.Text.Json;
using Kakehashi.Kernel;

namespace Kakehashi.Platform.Import.Files;

/// <summary>What a look at a file's first bytes has found.</summary>
internal sealed record SourceLook(SourceKind Kind, Encoding Encoding, int MarkBytes, string Sample)
{
    private const int SampleBytes = 1 << 16;

    /// <summary>Looks; what cannot be a table at all is refused here, by what it is.</summary>
    internal static SourceLook At(SourceBytes bytes, SourceFormat format)
    {
        var refusals = bytes.Refusals;
        var buffer = new byte[SampleBytes];
        int read;
        using (var stream = bytes.Open()) read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        var head = buffer.AsSpan(0, read);
        if (read == 0) throw new SourceFault(refusals.Empty());
        if (FileSignature.IsGzip(head)) throw new SourceFault(bytes.IsGzip ? refusals.NestedArchive() : refusals.BrokenArchive());
        if (FileSignature.IsZip(head)) return Workbook(bytes);
        if (FileSignature.IsCompound(head)) return Compound(bytes);
        if (FileSignature.IsBareXls(head)) return new(SourceKind.Xls, TextEncodings.Utf8, 0, "");
        if (FileSignature.OfForeign(head) is { } foreign) throw new SourceFault(refusals.NotReadable(foreign));
        return Text(bytes, head, format);
    }

    private static SourceLook Text(SourceBytes bytes, ReadOnlySpan<byte> head, SourceFormat format)
    {
        var refusals = bytes.Refusals;
        var hasMark = FileSignature.HasMark(head, out var encoding, out var mark);
        if (hasMark && head.Length == mark) throw new SourceFault(refusals.Empty());
        if (format.Encoding is { } stated && !hasMark)
            encoding = TextEncodings.Strict(stated) ?? throw new SourceFault(refusals.EncodingName(stated));
        else if (!hasMark)
            encoding = Looked(bytes, head);
        // the sample may end within a character: it is only looked at
        var sample = TextEncodings.Lenient(encoding).GetString(head[mark..]);
        if (sample.AsSpan().IsWhiteSpace() && head.Length < SampleBytes) throw new SourceFault(refusals.Empty());
        if (FileSignature.OfMarkup(sample) is { } markup) throw new SourceFault(refusals.NotReadable(markup));
        return new(format.Kind is SourceKind.Delimited ? SourceKind.Delimited : JsonKind(sample) ?? SourceKind.Delimited, encoding, mark, sample);
    }

    private static Encoding Looked(SourceBytes bytes, ReadOnlySpan<byte> head)
    {
        if (head.Contains((byte)0))
        {
            if (FileSignature.IsUtf16(head)) throw new SourceFault(bytes.Refusals.Utf16WithoutMark());
            if (FileSignature.IsBinary(head))
                throw new SourceFault(head.IndexOfAnyExcept((byte)0) < 0 ? bytes.Refusals.Nul(SourcePlace.Line(1)) : bytes.Refusals.NotReadable(Binary));
            return TextEncodings.Utf8;
        }

        if (FileSignature.IsBinary(head)) throw new SourceFault(bytes.Refusals.NotReadable(Binary));
        using var stream = bytes.Open();
        return TextEncodings.Find(stream) ?? throw new SourceFault(bytes.Refusals.EncodingUnknown());
    }

    private static Text Binary => ("テキストではないファイル（バイナリ）", "no text (a binary file)");

    /// <summary>JSON begins with a bracket and what JSON allows after it; a CSV header in brackets does not go on like that.</summary>
    private static SourceKind? JsonKind(string sample)
    {
        if (sample.AsSpan().TrimStart() is not ['{' or '[', ..]) return null;
        var line = sample.AsSpan().TrimStart();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(line.ToString()), isFinalBlock: false, new(new() { MaxDepth = 1000 }));
        try
        {
            if (!reader.Read() || !reader.Read()) return SourceKind.Json;
            while (reader.CurrentDepth > 0 && reader.Read())
            {
            }

            if (reader.CurrentDepth > 0 || line[0] == '[') return SourceKind.Json;
        }
        catch (JsonException)
        {
            // "{x}" or "[id]" begins some other text; a mistake further on is JSON with a mistake
            return reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && reader.BytesConsumed <= 1 ? null : OneLine(line);
        }

        return OneLine(line);
    }

    /// <summary>An object that is complete on the first line begins JSON lines.</summary>
    private static SourceKind OneLine(ReadOnlySpan<char> text)
    {
        var end = text.IndexOf('\n');
        var first = Encoding.UTF8.GetBytes((end < 0 ? text : text[..end]).ToString());
        var reader = new Utf8JsonReader(first, isFinalBlock: true, new(new() { MaxDepth = 1000 }));
        try
        {
            while (reader.Read())
            {
            }

            return text[0] == '{' && (end >= 0 && !text[end..].IsWhiteSpace()) ? SourceKind.JsonLines : SourceKind.Json;
        }
        catch (JsonException)
        {
            return SourceKind.Json;
        }
    }

    private static SourceLook Workbook(SourceBytes bytes)
    {
        var refusals = bytes.Refusals;
        using var zip = ZipDirectory.Open(bytes.OpenSeekable(), refusals, bytes.Limits);
        if (zip.Has("xl/workbook.xml")) return new(SourceKind.Xlsx, TextEncodings.Utf8, 0, "");
        if (zip.Has("xl/workbook.bin")) throw Not(("Excel バイナリブック（.xlsb）", "a binary Excel workbook (.xlsb)"));
        if (zip.Has("word/document.xml")) throw Not(("Word 文書", "a Word document"));
        if (zip.Has("ppt/presentation.xml")) throw Not(("PowerPoint 文書", "a PowerPoint presentation"));
        if (zip.Has("mimetype") && zip.Peek("mimetype", 100).Contains("opendocument", StringComparison.Ordinal))
            throw Not(("OpenDocument 形式のファイル（.ods など）", "an OpenDocument file (.ods or the like)"));
        throw Not(("ZIP の書庫（展開すれば中のファイルを取り込めます）", "a ZIP archive (unpack it to import the file inside)"));

        SourceFault Not(Text kind) => new(refusals.NotReadable(kind));
    }

    private static SourceLook Compound(SourceBytes bytes)
    {
        var refusals = bytes.Refusals;
        var streams = CompoundFile.Streams(bytes.OpenSeekable());
        if (streams.Contains("EncryptedPackage")) throw new SourceFault(refusals.Encrypted());
        if (streams.Contains("Workbook") || streams.Contains("Book")) return new(SourceKind.Xls, TextEncodings.Utf8, 0, "");
        if (streams.Count == 0) throw new SourceFault(refusals.BrokenArchive());
        throw new SourceFault(refusals.NotReadable(streams.Contains("WordDocument")
            ? ("Word 97-2003 文書", "a Word 97-2003 document")
            : ("Office 97-2003 の文書（Excel ではないもの）", "an Office 97-2003 document other than Excel's")));
    }
}
