using System.Collections;
using System.Globalization;
using System.Text;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Import;

/// <summary>
/// Reads parts that link to other records out of one cell. The links are taken out of the text, the rest is read as ever,
/// and the links wait with the parts until their records have been looked up.
/// </summary>
internal sealed class LinkedParts(PartsField field, Func<string, Reading> read)
{
    /// <summary>A <see cref="LinkedList"/>, or what is wrong.</summary>
    public Reading Read(string text)
    {
        var targets = new List<object>();
        var reading = read(Numbered(text, targets));
        return reading.Value is IList parts ? new(new LinkedList(field, parts, targets)) : reading;
    }

    /// <summary>The text with each link replaced by its place in the list of targets.</summary>
    private string Numbered(string text, List<object> targets)
    {
        var (numbered, cell, at) = (new StringBuilder(text.Length), new StringBuilder(), 0);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '\\' && i + 1 < text.Length) cell.Append(text[i++]).Append(text[i]);
            else if (i < text.Length && text[i] is not ('|' or ';' or '\n')) cell.Append(text[i]);
            else
            {
                numbered.Append(Field(cell.ToString(), at, targets));
                cell.Clear();
                if (i == text.Length) break;
                at = text[i] == '|' ? at + 1 : 0;
                numbered.Append(text[i]);
            }
        }

        return numbered.ToString();
    }

    private string Field(string cell, int at, List<object> targets)
    {
        var key = cell.Trim().Replace("\\", "", StringComparison.Ordinal);
        if (key.Length == 0 || at >= field.Part.Fields.Count || field.Part.Fields[at] is not LinkField) return cell;
        targets.Add(key[0] == '#' && long.TryParse(key.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : new LinkKey(key));
        return string.Create(CultureInfo.InvariantCulture, $"#{targets.Count}");
    }
}

/// <summary>Parts whose links are places in a list of targets.</summary>
internal sealed class LinkedList(PartsField field, IList parts, List<object> targets)
{
    /// <summary>Hands the links over to the draft and answers the parts.</summary>
    public Reading Take(Draft draft, string column)
    {
        foreach (var part in parts)
            foreach (var link in field.Part.Fields.OfType<LinkField>())
                if (link.Read(part!) is long place) (draft.PartLinks ??= []).Add(new(part!, link, targets[(int)place - 1], column));
        return new(parts);
    }
}
