using System.Collections;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Platform.Lists.Pages;
using Kakehashi.Records;
using Kakehashi.Records.Codes;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;
using Microsoft.AspNetCore.Http;

namespace Kakehashi.Platform.Forms;

/// <summary>
/// What stands in the inputs of a form, by their names: <c>title.ja</c>, <c>partner</c> with <c>partner.text</c>,
/// <c>names.0.value</c>. Read from a record or from what was posted; the form is always drawn from it.
/// </summary>
public sealed class Entry
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    /// <summary>The text of an input; empty where there is none.</summary>
    public string this[string name]
    {
        get => texts.GetValueOrDefault(name) ?? "";
        set => texts[name] = value;
    }

    public static Entry Posted(IFormCollection form)
    {
        var entry = new Entry();
        foreach (var (name, values) in form) entry[name] = values.ToString();
        return entry;
    }

    public static Entry Of(RecordType type, Record record, CodeLists codes, LinkCaptions captions)
    {
        var entry = new Entry();
        foreach (var field in type.Fields) entry.Put(field, field.Read(record), codes, captions);
        return entry;
    }

    /// <summary>Puts the value of a field into its inputs.</summary>
    public void Put(Field field, object? value, CodeLists codes, LinkCaptions captions)
    {
        foreach (var name in texts.Keys.Where(name => name == field.Code || name.StartsWith(field.Code + ".", StringComparison.Ordinal)).ToList()) texts.Remove(name);
        if (value is not null) field.Accept(new EntryTexts(this, codes, captions))(field.Code, value);
    }

    /// <summary>The places of the parts of a field, in order.</summary>
    public IReadOnlyList<int> Parts(string field)
    {
        var places = new SortedSet<int>();
        foreach (var name in texts.Keys)
        {
            if (!name.StartsWith(field + ".", StringComparison.Ordinal)) continue;
            var place = name.AsSpan(field.Length + 1);
            var end = place.IndexOf('.');
            if (end > 0 && int.TryParse(place[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) places.Add(number);
        }

        return [.. places];
    }

    /// <summary>One more part, empty; its place.</summary>
    public int AddPart(string field)
    {
        var place = Parts(field).LastOrDefault(-1) + 1;
        this[$"{field}.{place}.row"] = "";
        return place;
    }

    /// <summary>Takes the part at a place away: <c>names.2</c>.</summary>
    public void RemovePart(string place)
    {
        foreach (var name in texts.Keys.Where(name => name.StartsWith(place + ".", StringComparison.Ordinal)).ToList()) texts.Remove(name);
    }
}

/// <summary>Facet: a canonical value as the texts of its inputs.</summary>
internal sealed class EntryTexts(Entry entry, CodeLists codes, LinkCaptions captions) : IFieldKinds<Action<string, object>>
{
    public Action<string, object> Line(LineField field) => Plain(field);

    public Action<string, object> Note(NoteField field) => Plain(field);

    public Action<string, object> Bilingual(BilingualField field) => (name, value) =>
    {
        var sides = (Bilingual)value;
        foreach (var side in Languages.All) entry[$"{name}.{side.Code()}"] = sides.Exactly(side) ?? "";
    };

    public Action<string, object> Number(NumberField field) => Plain(field);

    public Action<string, object> Amount(AmountField field) => Plain(field);

    public Action<string, object> Day(DayField field) => Plain(field);

    public Action<string, object> Flag(FlagField field) => (name, value) =>
    {
        if (value is true) entry[name] = "true";
    };

    public Action<string, object> Choice(ChoiceField field) => Plain(field);

    public Action<string, object> Code(CodeField field) => Named(field);

    public Action<string, object> Link(LinkField field) => (name, value) =>
    {
        Named(field)(name, value);
        entry[name] = ((long)value).ToString(CultureInfo.InvariantCulture);
    };

    public Action<string, object> Place(PlaceField field) => Plain(field);

    public Action<string, object> Parts(PartsField field) => (name, value) =>
    {
        var place = 0;
        foreach (var part in (IEnumerable)value)
        {
            foreach (var sub in field.Part.Fields)
                if (sub.Read(part!) is { } one) sub.Accept(this)($"{name}.{place}.{sub.Code}", one);
            entry[$"{name}.{place}.row"] = "";
            place++;
        }
    };

    private Action<string, object> Plain(Field field) => (name, value) => entry[name] = ValueTexts.Of(field, value);

    private Action<string, object> Named(Field field) => (name, value) =>
    {
        entry[name] = ValueTexts.Of(field, value);
        entry[name + ".text"] = new ValueWords(codes, captions).Of(field, value)!;
    };
}
