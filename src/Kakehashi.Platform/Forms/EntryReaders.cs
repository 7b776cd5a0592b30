using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Platform.Forms;

/// <summary>Facet: the canonical value of what stands in the inputs of a field; what is wrong is noted at the input.</summary>
internal sealed class EntryReaders(Entry entry, CodeLists codes, List<Problem> problems) : IFieldKinds<Func<string, object?>>
{
    private readonly TextReaders texts = new(codes);

    public Func<string, object?> Line(LineField field) => Plain(field);

    public Func<string, object?> Note(NoteField field) => Plain(field);

    public Func<string, object?> Bilingual(BilingualField field) => name =>
    {
        var sides = new Bilingual(Side(field, $"{name}.ja"), Side(field, $"{name}.en"));
        return sides.IsEmpty ? null : sides;
    };

    public Func<string, object?> Number(NumberField field) => Plain(field);

    public Func<string, object?> Amount(AmountField field) => Plain(field);

    public Func<string, object?> Day(DayField field) => Plain(field);

    public Func<string, object?> Flag(FlagField field) => name => entry[name] == "true";

    public Func<string, object?> Choice(ChoiceField field) => Plain(field);

    /// <summary>A list to type into posts the code and its words; the words count where they say something else.</summary>
    public Func<string, object?> Code(CodeField field) => name =>
    {
        var (code, typed) = (entry[name].Trim(), entry[name + ".text"].Trim());
        if (!CodeInput.IsTyped(codes[field.List])) return Read(field, name, code);
        if (typed.Length == 0) return null;
        return codes[field.List].Find(code) is { } chosen && (chosen.Label.Ja == typed || chosen.Label.En == typed) ? chosen.Value : Read(field, name, typed);
    };

    /// <summary>What was typed has been looked up before: see <see cref="TypedLinks"/>.</summary>
    public Func<string, object?> Link(LinkField field) => name =>
        long.TryParse(entry[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    public Func<string, object?> Place(PlaceField field) => Plain(field);

    public Func<string, object?> Parts(PartsField field) => name =>
    {
        var list = field.Part.List();
        foreach (var place in entry.Parts(name)) AddPart(field, $"{name}.{place}", list);
        return list.Count == 0 ? null : list;
    };

    private void AddPart(PartsField field, string place, System.Collections.IList list)
    {
        var part = field.Part.New();
        var missing = new List<Problem>();
        var hasAny = false;
        foreach (var sub in field.Part.Fields)
        {
            var name = $"{place}.{sub.Code}";
            var known = problems.Count;
            var value = sub.Accept(this)(name);
            hasAny |= value is not (null or false) || problems.Count > known;
            if (value is not null) sub.Write(part, value);
            else if (sub.IsRequired && problems.Count == known) missing.Add(TextReaders.Required(sub).ProblemOf(sub) with { Field = name });
        }

        // a row in which nothing was entered is no part
        if (!hasAny) return;
        problems.AddRange(missing);
        list.Add(part);
    }

    private Func<string, object?> Plain(Field field) => name => Read(field, name, entry[name].Trim());

    private object? Read(Field field, string name, string text)
    {
        var reading = text.Length == 0 ? default : field.Accept(texts)(text);
        if (reading.IsWrong) problems.Add(new(name, reading.Code!, reading.Message));
        return reading.Value;
    }

    private string? Side(BilingualField field, string name)
    {
        var text = entry[name].Trim();
        if (text.Length > field.MaxLength)
            problems.Add(new(name, "value.too-long", ($"長すぎます({text.Length:N0}文字)。{field.MaxLength:N0}文字までにしてください。", $"Too long ({text.Length:N0} characters). Keep it to {field.MaxLength:N0}.")));
        return text.Length == 0 ? null : text;
    }
}

/// <summary>How a code is entered.</summary>
internal static class CodeInput
{
    private const int LongestSelect = 24;

    /// <summary>A list longer than this is typed into, a shorter one chosen from.</summary>
    public static bool IsTyped(CodeList list) => list.All.Count > LongestSelect;
}
