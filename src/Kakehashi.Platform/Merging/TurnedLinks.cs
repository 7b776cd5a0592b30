using System.Collections;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Platform.Merging;

/// <summary>Records of one type whose links lead to one record, turned to another: fields, own fields and parts.</summary>
/// <param name="target">The entity that is linked to.</param>
/// <param name="from">The number that links have.</param>
/// <param name="to">The number that they get.</param>
internal sealed class TurnedLinks(Type target, long from, long to)
{
    /// <summary>Whether a record of this type could link so at all.</summary>
    public static bool HasInner(RecordType type, Type target) => type.Fields.Any(field => field switch
    {
        LinkField link => link.IsOwn && link.Target == target,
        PartsField parts => Links(parts, target).Any(),
        _ => false,
    });

    /// <summary>Whether one of its links is to be turned.</summary>
    public bool IsIn(RecordType type, Record record) => type.Fields.Any(field => IsIn(field, field.Read(record)));

    /// <summary>Whether a value is to be turned, or a part of it.</summary>
    public bool IsIn(Field field, object? value) => (field, value) switch
    {
        (LinkField link, long number) => link.Target == target && number == from,
        (PartsField parts, IList list) => list.Cast<object>().Any(part => IsInPart(parts, part)),
        _ => false,
    };

    /// <summary>The record as it is to be.</summary>
    public Record Of(RecordType type, Record before)
    {
        var after = type.New();
        after.Number = before.Number;
        foreach (var field in type.Fields.Where(field => field is not PartsField)) field.Write(after, Of(field, field.Read(before)));
        var isNamed = type.Fields.OfType<LinkField>().Any(link => IsKept(link, after));
        foreach (var field in type.Fields.OfType<PartsField>()) field.Write(after, field.Read(before) is IList list ? Of(field, list, isNamed) : null);
        return after;
    }

    private object? Of(Field field, object? value) => IsIn(field, value) ? to : value;

    /// <summary>
    /// A list in which both were named keeps one: the part that named the kept one, with what it left empty filled from the other. So
    /// does a record that names the kept one in a field of its own, beside which a part would say nothing new. Parts that
    /// tell different things of the two, a role or a date, both stay.
    /// </summary>
    private IList Of(PartsField field, IList before, bool isNamed)
    {
        if (!IsIn(field, before)) return before;
        var (list, after) = (field.Part.List(), new List<(object Part, bool IsTurned)>());
        foreach (var part in before) after.Add(IsInPart(field, part!) ? (Copy(field, part!), true) : (part!, false));
        foreach (var turned in after.Where(one => one.IsTurned).ToList())
        {
            var at = after.FindIndex(one => !one.IsTurned && IsSame(field, one.Part, turned.Part));
            if (at >= 0) after[at] = (Filled(field, after[at].Part, turned.Part), false);
            if (at >= 0 || (isNamed && SaysNothingElse(field, turned.Part))) after.Remove(turned);
        }

        foreach (var (part, _) in after) list.Add(part);
        return list;
    }

    private bool IsInPart(PartsField field, object part) => Links(field, target).Any(link => IsIn(link, link.Read(part)));

    private bool IsKept(LinkField link, object owner) => link.Target == target && link.Read(owner) is long number && number == to;

    private object Copy(PartsField field, object part)
    {
        var copy = field.Part.New();
        foreach (var sub in field.Part.Fields) sub.Write(copy, Of(sub, sub.Read(part)));
        return copy;
    }

    private static object Filled(PartsField field, object part, object other)
    {
        var filled = field.Part.New();
        foreach (var sub in field.Part.Fields) sub.Write(filled, sub.Read(part) ?? sub.Read(other));
        return filled;
    }

    private static bool IsSame(PartsField field, object one, object other) => field.Part.Fields.All(sub =>
        IsText(sub) || Equals(sub.Read(one), sub.Read(other)) || (sub is not LinkField && (sub.Read(one) is null || sub.Read(other) is null)));

    private bool SaysNothingElse(PartsField field, object part) => field.Part.Fields.All(sub => IsText(sub) || sub.Read(part) is null || (sub is LinkField link && IsKept(link, part)));

    /// <summary>How something is called, which tells no two parts apart.</summary>
    private static bool IsText(Field field) => field is LineField or NoteField or BilingualField;

    private static IEnumerable<LinkField> Links(PartsField field, Type target) => field.Part.Fields.OfType<LinkField>().Where(link => link.Target == target);
}
