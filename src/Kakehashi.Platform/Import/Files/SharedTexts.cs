using System.Globalization;

namespace Kakehashi.Platform.Import.Files;

/// <summary>
/// The texts of a workbook, which its cells refer to by number: held in blocks of characters rather than as strings, within
/// the limits. Readings (furigana) are left out.
/// </summary>
internal sealed class SharedTexts
{
    private const int Block = 1 << 18;

    private readonly List<char[]> blocks = [];
    private readonly List<(int Block, int Start, int Length)> texts = [];
    private readonly SourceRefusals refusals;
    private readonly SourceLimits limits;
    private int used;
    private long total;

    private SharedTexts(SourceRefusals refusals, SourceLimits limits) => (this.refusals, this.limits) = (refusals, limits);

    internal int Count => texts.Count;

    internal ReadOnlySpan<char> this[int index]
    {
        get
        {
            var (block, start, length) = texts[index];
            return blocks[block].AsSpan(start, length);
        }
    }

    internal static SharedTexts Read(ZipDirectory zip, string? name, SourceRefusals refusals, SourceLimits limits)
    {
        var shared = new SharedTexts(refusals, limits);
        if (name is null) return shared;
        using var part = XmlPart.Open(zip, name, refusals);
        var text = new System.Text.StringBuilder();
        while (part is not null && part.Read())
        {
            if (!part.IsStart || part.Name != "si") continue;
            text.Clear();
            if (!part.IsEmpty) Collect(part, text, "si", limits, refusals);
            shared.Add(text);
        }

        return shared;
    }

    /// <summary>Gathers the text of an element with runs (<c>si</c>, <c>is</c>), up to its end.</summary>
    internal static void Collect(XmlPart part, System.Text.StringBuilder text, string element, SourceLimits limits, SourceRefusals refusals)
    {
        var (isText, isReading) = (false, false);
        while (part.Read() && !(part.IsEnd && part.Name == element))
        {
            if (part.Name == "rPh") isReading = part.IsStart && !part.IsEmpty;
            else if (part.Name == "t" && (part.IsStart || part.IsEnd)) isText = part.IsStart && !part.IsEmpty;
            else if (isText && !isReading && part.IsText) text.Append(Unescape(part.Value));
            if (text.Length > limits.CellChars)
                throw new SourceFault(refusals.CellTooLong(SourcePlace.Start with { Text = ("ブックの中", "some place inside the workbook") }, limits.CellChars));
        }
    }

    /// <summary>Office writes characters that XML cannot hold as <c>_x000D_</c>.</summary>
    internal static string Unescape(string text)
    {
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0) return text;
        var result = new System.Text.StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf("_x", at, StringComparison.Ordinal))
        {
            if (at + 7 > text.Length || text[at + 6] != '_'
                || !ushort.TryParse(text.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                at += 2;
                continue;
            }

            result.Append(text, from, at - from).Append((char)code);
            from = at += 7;
        }

        return result.Append(text, from, text.Length - from).ToString();
    }

    private void Add(System.Text.StringBuilder text)
    {
        total += text.Length;
        if (total > limits.SharedChars || texts.Count >= limits.SharedTexts) throw new SourceFault(refusals.TooMuchText());
        if (blocks.Count == 0 || used + text.Length > Block)
        {
            blocks.Add(new char[Math.Max(Block, text.Length)]);
            used = 0;
        }

        text.CopyTo(0, blocks[^1].AsSpan(used), text.Length);
        texts.Add((blocks.Count - 1, used, text.Length));
        used += text.Length;
    }
}
