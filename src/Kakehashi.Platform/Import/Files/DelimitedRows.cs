using System.Buffers;
using System.Text;

namespace Kakehashi.Platform.Import.Files;

/// <summary>How a text with separators is written.</summary>
internal sealed record DelimitedStyle(Encoding Encoding, int MarkBytes, char Separator, char Quote)
{
    /// <summary>
    /// The file may be our own: then a quoted cell that begins with apostrophes before a formula sign has lost one to
    /// <see cref="Export.Files.FormulaGuard"/>, which is undone.
    /// </summary>
    internal bool HasUtf8Mark => MarkBytes == 3;
}

/// <summary>
/// Reads text with separators (RFC 4180, and what programs write instead: any line break, quotes within a value, text after
/// a closing quote). One block of text is in memory, and one row.
/// </summary>
internal sealed class DelimitedRows : RowReader
{
    private const int Block = 1 << 16;

    private readonly Stream stream;
    private readonly DelimitedStyle style;
    private readonly Decoder decoder;
    private readonly SearchValues<char> plainStops;
    private readonly SearchValues<char> quotedStops;
    private readonly byte[] bytes = ArrayPool<byte>.Shared.Rent(Block);
    private readonly char[] chars;
    private int at;
    private int end;
    private bool ended;
    private long number;
    private long line = 1;
    private long quoteOpened;

    internal DelimitedRows(Stream stream, DelimitedStyle style, SourceRefusals refusals, SourceLimits limits) : base(refusals, limits)
    {
        (this.stream, this.style) = (stream, style);
        decoder = style.Encoding.GetDecoder();
        chars = ArrayPool<char>.Shared.Rent(style.Encoding.GetMaxCharCount(Block));
        plainStops = SearchValues.Create([style.Separator, '\n', '\r', '\0']);
        quotedStops = SearchValues.Create([style.Quote, '\n', '\r', '\0']);
        stream.ReadAtLeast(bytes.AsSpan(0, style.MarkBytes), style.MarkBytes, throwOnEndOfStream: false);
    }

    internal override bool Read(SourceRow row)
    {
        row.Clear();
        if (at == end && !Fill()) return false;
        row.Number = ++number;
        row.Line = line;
        while (ReadCell(row))
        {
        }

        // programs of the DOS days end a file with Ctrl-Z, which is no row
        return row.Count > 1 || row.Span(0) is not "\x1A" || at < end || Fill();
    }

    /// <summary>True where another cell follows in this row.</summary>
    private bool ReadCell(SourceRow row)
    {
        var isQuoted = false;
        if ((at < end || Fill()) && chars[at] == style.Quote && style.Quote != '\0')
        {
            isQuoted = true;
            ReadQuoted(row);
        }

        var hasMore = ReadPlain(row);
        if (isQuoted && style.HasUtf8Mark && Export.Files.FormulaGuard.IsGuarded(row.Current)) row.DropFirst();
        row.EndCell();
        return hasMore;
    }

    private bool ReadPlain(SourceRow row)
    {
        while (at < end || Fill())
        {
            var span = chars.AsSpan(at, end - at);
            var stop = span.IndexOfAny(plainStops);
            if (stop < 0)
            {
                at = end;
                row.Append(span);
                continue;
            }

            row.Append(span[..stop]);
            at += stop;
            if (span[stop] == style.Separator)
            {
                at++;
                return true;
            }

            EndLine(row);
            return false;
        }

        return false;
    }

    private void ReadQuoted(SourceRow row)
    {
        quoteOpened = line;
        at++;
        while (at < end || Fill())
        {
            var span = chars.AsSpan(at, end - at);
            var stop = span.IndexOfAny(quotedStops);
            row.Append(stop < 0 ? span : span[..stop]);
            at = stop < 0 ? end : at + stop;
            if (stop < 0) continue;
            if (span[stop] != style.Quote)
            {
                AppendBreak(row);
                continue;
            }

            at++;
            if ((at < end || Fill()) && chars[at] == style.Quote)
            {
                at++;
                row.Append(style.Quote);
                continue;
            }

            quoteOpened = 0;
            return;
        }

        throw Fault(Refusals.UnclosedQuote(SourcePlace.Line(quoteOpened)));
    }

    /// <summary>A line break within quotes is part of the value; CR and LF are both kept.</summary>
    private void AppendBreak(SourceRow row)
    {
        var c = chars[at];
        if (c == '\0') throw Fault(Refusals.Nul(SourcePlace.Line(line)));
        at++;
        row.Append(c);
        if (c == '\n' || ((at < end || Fill()) && chars[at] != '\n')) line++;
    }

    private void EndLine(SourceRow row)
    {
        var c = chars[at++];
        if (c == '\0') throw Fault(Refusals.Nul(SourcePlace.Line(row.Line)));
        if (c == '\r' && (at < end || Fill()) && chars[at] == '\n') at++;
        line++;
    }

    private bool Fill()
    {
        (at, end) = (0, 0);
        while (end == 0 && !ended)
        {
            var read = stream.Read(bytes, 0, Block);
            ended = read == 0;
            try
            {
                end = decoder.GetChars(bytes.AsSpan(0, read), chars, flush: ended);
            }
            catch (DecoderFallbackException e)
            {
                var good = bytes.AsSpan(0, Math.Clamp(e.Index, 0, read));
                throw Fault(Refusals.Encoding(SourcePlace.Line(line + good.Count((byte)'\n')), style.Encoding.WebName));
            }
        }

        return end > 0;
    }

    protected override SourcePlace Place(SourceRow row) => SourcePlace.Line(row.Line);

    internal override SourceFault TooLong(SourceRow row, bool isRow) =>
        quoteOpened > 0 ? Fault(Refusals.UnclosedQuote(SourcePlace.Line(quoteOpened))) : base.TooLong(row, isRow);

    public override void Dispose()
    {
        stream.Dispose();
        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(chars);
        base.Dispose();
    }
}
