using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Lists;

/// <summary>Makes an entry out of an element of the list of the United Nations. What has no field of its own becomes a remark.</summary>
internal sealed class UnEntries(ListRefusals refusals, CountryNames countries)
{
    private static readonly string[] NameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"];

    /// <summary>Of the publisher's database only.</summary>
    private static readonly HashSet<string> Unsaid = new(["DATAID", "VERSIONNUM", "SORT_KEY", "SORT_KEY_LAST_MOD", "LIST_TYPE", "REFERENCE_NUMBER", .. NameParts], StringComparer.Ordinal);

    internal EntityDraft Draft(XmlItem item, ListedKind kind, ListPlace place)
    {
        var number = item.Of("REFERENCE_NUMBER") ?? throw refusals.Missing(place, ("番号（REFERENCE_NUMBER）", "the number (REFERENCE_NUMBER)"));
        var draft = new EntityDraft(number, kind);
        draft.Name(string.Join(' ', NameParts.Select(item.Of)), ListedNameKind.Primary);
        if (draft.Names.Count == 0) throw refusals.Missing(place, ("名称（FIRST_NAME）", "the name (FIRST_NAME)"));
        foreach (var child in item.Children.Where(child => !Unsaid.Contains(child.Name))) Read(child, draft, place);
        return draft;
    }

    private void Read(XmlItem item, EntityDraft draft, ListPlace place)
    {
        switch (item.Name)
        {
            case "NAME_ORIGINAL_SCRIPT":
                draft.Name(item.Text, ListedNameKind.OtherScript);
                break;
            case "UN_LIST_TYPE":
                if (ListText.OneLine(item.Text) is { } programme) draft.Programmes.Add(programme);
                break;
            case "NATIONALITY":
                foreach (var words in item.Texts().Select(ListText.OneLine).OfType<string>()) Nationality(words, draft, place);
                break;
            case "INDIVIDUAL_ALIAS" or "ENTITY_ALIAS":
                Alias(item, draft, place);
                break;
            case "INDIVIDUAL_ADDRESS" or "ENTITY_ADDRESS":
                Address(item, draft, place);
                break;
            case "INDIVIDUAL_DATE_OF_BIRTH":
                if (Birth(item) is { } birth) draft.Births.Add(birth);
                break;
            default:
                draft.Remark(item.Name, Joined(item.Texts()));
                break;
        }
    }

    private void Nationality(string words, EntityDraft draft, ListPlace place)
    {
        var codes = Countries(words, place);
        draft.In(codes);
        if (codes.Count == 0) draft.Remark("NATIONALITY", words);
    }

    private void Alias(XmlItem item, EntityDraft draft, ListPlace place)
    {
        var (kind, isWeak) = item.Of("QUALITY")?.ToUpperInvariant() switch
        {
            null or "GOOD" or "A.K.A." => (ListedNameKind.Alias, false),
            "LOW" => (ListedNameKind.Alias, true),
            "F.K.A." => (ListedNameKind.Former, false),
            var other => throw refusals.Unknown(place, ("別名の質（QUALITY）", "quality of alias"), other, Text.Same("Good, Low, a.k.a., f.k.a.")),
        };
        // an empty alias is how the publisher writes that there is none; some hold several
        foreach (var name in item.All("ALIAS_NAME").SelectMany(names => names.Split(';'))) draft.Name(name, kind, isWeak);
        var also = Joined(item.Children.Where(c => c.Name is not ("QUALITY" or "ALIAS_NAME")).SelectMany(c => c.Texts()));
        if (also is not null) draft.Remark(item.Name, $"{item.Of("ALIAS_NAME")}: {also}");
    }

    private void Address(XmlItem item, EntityDraft draft, ListPlace place)
    {
        var codes = item.All("COUNTRY").SelectMany(words => Countries(words, place)).Distinct().ToList();
        draft.In(codes);
        var text = Joined(item.Children.Where(c => c.Name != "NOTE").SelectMany(c => c.Texts()));
        var note = Joined(item.All("NOTE"));
        if ((text ?? note) is not null) draft.Addresses.Add(new(text is null ? note! : note is null ? text : $"{text} ({note})", codes));
    }

    private static BirthDate? Birth(XmlItem item)
    {
        var isApproximate = item.Of("TYPE_OF_DATE") == "APPROXIMATELY";
        var (from, to) = (item.Of("FROM_YEAR"), item.Of("TO_YEAR"));
        var date = item.Of("DATE") ?? item.Of("YEAR") ?? (from is null || to is null ? from ?? to : $"{from} to {to}");
        var note = item.Of("NOTE");
        if ((date ?? note) is not { } given) return null;
        var birth = BirthDate.Read(given);
        return birth with { AsGiven = note is null || date is null ? given : $"{given} ({note})", IsApproximate = isApproximate || birth.IsApproximate };
    }

    private IReadOnlyList<string> Countries(string words, ListPlace place) => countries.Named(words) ?? throw refusals.Country(place, words);

    private static string? Joined(IEnumerable<string> texts) => ListText.OneLine(string.Join(", ", texts.Select(ListText.OneLine).OfType<string>()));
}
