using System.Text.Json;
using Kakehashi.Kernel;
using Kakehashi.Records.Fields;
using Kakehashi.Records.Values;

namespace Kakehashi.Records.Own;

/// <summary>What a university adds to one record type.</summary>
/// <param name="Fields">Its fields, in the order they are shown.</param>
/// <param name="Dimensions">Those of them that are columns of the record's facts too.</param>
public sealed record OwnFields(IReadOnlyList<Field> Fields, IReadOnlyList<Field> Dimensions)
{
    /// <summary>
    /// What the codes of own fields begin with and those of defined ones never do: no later version of the product can
    /// take a name that a university has given.
    /// </summary>
    public const string Prefix = "own_";

    /// <summary>Makes a field whose values lie in <see cref="Record.Own"/>.</summary>
    /// <param name="code">Its code, in snake case, beginning with <see cref="Prefix"/>.</param>
    /// <param name="make">Makes the field, of any kind but a list of parts, from its property.</param>
    public static Field Make(string code, Func<Property, Field> make)
    {
        // how a value is stored follows from the kind, which only a field can tell
        var kind = make(Nowhere(code));
        var (read, write) = (kind.Accept(OwnReaders.Instance), kind.Accept(JsonWriters.Instance));
        // no is the same as not entered, as it is for the flags of the product
        object? none = kind is FlagField ? false : null;
        return make(Nowhere(code) with
        {
            Get = owner => ((Record)owner).Own?.Find(code) is { } stored ? read(stored) ?? none : none,
            Set = (owner, value) => ((Record)owner).SetOwn(code, Clean(value) is { } one && !Equals(one, none) ? OwnValues.Stored(write, one) : null),
        });
    }

    /// <summary>
    /// A field to show the text of a stored value by that is not of its field's kind, or whose field is declared no
    /// more: then nobody can say that it is not personal.
    /// </summary>
    public static Field Remnant(string code, Field? declared) =>
        new LineField(Nowhere(code), declared?.Label ?? Text.Same(code), int.MaxValue) { IsPersonal = declared?.IsPersonal ?? true };

    /// <summary>The text of such a value.</summary>
    public static string? RemnantText(JsonElement stored) => stored.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => stored.GetString(),
        JsonValueKind.Object => string.Join(" / ", stored.EnumerateObject().Select(member => RemnantText(member.Value)).OfType<string>()),
        _ => stored.GetRawText(),
    };

    /// <summary>The stored values of a record that no field of its type shows: those of declarations taken away or changed to another kind.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Remnants(RecordType type, Record record) =>
        record.Own?.All.Where(own => type.Field(own.Key) is not { } field || !OwnReaders.Fits(field, own.Value)) ?? [];

    /// <summary>Such values stay where a record is written anew, until a value of the field as it is now takes their place.</summary>
    internal static void Keep(RecordType type, Record before, Record after)
    {
        foreach (var (code, stored) in Remnants(type, before))
            if (after.Own?.Find(code) is null) after.SetOwn(code, stored);
    }

    private static Property Nowhere(string code) => new(code, typeof(object), _ => null, (_, _) => { }) { Code = code, IsOwn = true };

    /// <summary>As the properties of the product take values: storable texts, an empty one for none.</summary>
    private static object? Clean(object? value) => value switch
    {
        string text => StorableText.Of(text) is { Length: > 0 } kept ? kept : null,
        Bilingual sides => new Bilingual(Clean(sides.Ja) as string, Clean(sides.En) as string) is { IsEmpty: false } kept ? kept : null,
        _ => value,
    };
}
