using System.Collections;
using System.Globalization;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Platform.History;
using Kakehashi.Records;
using Kakehashi.Records.Fields;

namespace Kakehashi.Partnerships.Duplicates;

/// <summary>One thing that the kept organisation may take over from the other.</summary>
/// <param name="Code">How a form names it: <c>city</c>, <c>name.en</c>, <c>names.2</c>.</param>
/// <param name="Field">The field it goes into.</param>
/// <param name="Value">A canonical value of the field; of a list of parts one part.</param>
/// <param name="IsTicked">Whether it is taken over unless somebody says otherwise.</param>
public sealed record TakeOver(string Code, Field Field, object Value, bool IsTicked)
{
    /// <summary>Everything that the kept one lacks and the other has: names as further names, parts of lists, values of empty fields.</summary>
    public static IReadOnlyList<TakeOver> Of(RecordType type, Organisation kept, Organisation merged)
    {
        var all = new List<TakeOver>();
        foreach (var field in type.Fields.Where(field => field.Name != nameof(Organisation.Names))) all.AddRange(Of(field, kept, merged));
        var names = (PartsField)type.Fields.First(field => field.Name == nameof(Organisation.Names));
        all.AddRange(NamesOf(names, kept, merged, all.Where(one => one.Field is BilingualField && one.Field.Name == nameof(Organisation.Name)).Select(one => ((Bilingual)one.Value).In(Language.Ja))));
        return all;
    }

    /// <summary>The kept organisation with what it takes over; null where that is nothing.</summary>
    public static Record? Apply(RecordType type, Organisation kept, IReadOnlyList<TakeOver> taken)
    {
        if (taken.Count == 0) return null;
        var after = type.New();
        foreach (var field in type.Fields)
        {
            var (value, ours) = (field.Read(kept), taken.Where(one => one.Field == field).ToList());
            field.Write(after, ours.Count == 0 ? value : field switch
            {
                PartsField parts => With(parts, value as IList, ours),
                BilingualField => ours.Aggregate((Bilingual?)value ?? default, (both, one) => new(both.Ja ?? ((Bilingual)one.Value).Ja, both.En ?? ((Bilingual)one.Value).En)),
                _ => ours[0].Value,
            });
        }

        return after;
    }

    private static IEnumerable<TakeOver> Of(Field field, Organisation kept, Organisation merged)
    {
        var (ours, theirs) = (field.Read(kept), field.Read(merged));
        if (field is PartsField parts)
        {
            var at = 0;
            foreach (var part in theirs as IList ?? Array.Empty<object>())
            {
                at++;
                if (!Has(parts, ours as IList, part!)) yield return new(At(field, at), field, part!, !IsSecondRor(part!, kept));
            }
        }
        else if (field is BilingualField)
        {
            foreach (var language in Languages.All)
                if (((Bilingual?)ours ?? default).Exactly(language) is null && ((Bilingual?)theirs ?? default).Exactly(language) is { } text)
                    yield return new($"{field.Code}.{language.Code()}", field, language == Language.Ja ? new Bilingual(text, null) : new Bilingual(null, text), true);
        }
        else if (ours is null && theirs is not null) yield return new(field.Code, field, theirs, true);
    }

    /// <summary>Names that the kept one has nowhere, as further names; its own two names stay what they are.</summary>
    private static IEnumerable<TakeOver> NamesOf(PartsField field, Organisation kept, Organisation merged, IEnumerable<string> filled)
    {
        var known = kept.Names.Select(name => name.Value).Concat([kept.Name.Ja ?? "", kept.Name.En ?? "", .. filled]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        foreach (var (text, language, kind) in new[] { (merged.Name.Ja, "ja", "alias"), (merged.Name.En, "en", "alias") }
            .Concat(merged.Names.Select(name => ((string?)name.Value, name.Language!, name.Kind == OrganisationNameKind.Acronym ? "acronym" : "alias"))))
        {
            at++;
            if (string.IsNullOrWhiteSpace(text) || !known.Add(text)) continue;
            var part = field.Part.New();
            foreach (var sub in field.Part.Fields)
                sub.Write(part, sub.Name switch { nameof(OrganisationName.Value) => text, nameof(OrganisationName.Language) => language, _ => kind });
            yield return new(At(field, at), field, part, true);
        }
    }

    /// <summary>The registry knows an organisation by one id: a second one is more likely that of a part or a predecessor.</summary>
    private static bool IsSecondRor(object part, Organisation kept) =>
        part is OrganisationIdentifier { Scheme: IdentifierScheme.Ror } && kept.Identifiers.Exists(one => one.Scheme == IdentifierScheme.Ror);

    private static bool Has(PartsField field, IList? list, object part)
    {
        var one = field.Part.List();
        one.Add(part);
        return list is not null && list.Cast<object>().Any(known =>
        {
            var other = field.Part.List();
            other.Add(known);
            return SameValues.Are(field, one, other);
        });
    }

    private static IList With(PartsField field, IList? list, IEnumerable<TakeOver> taken)
    {
        var all = field.Part.List();
        foreach (var part in list ?? Array.Empty<object>()) all.Add(part);
        foreach (var one in taken) all.Add(one.Value);
        return all;
    }

    private static string At(Field field, int at) => string.Create(CultureInfo.InvariantCulture, $"{field.Code}.{at}");
}
