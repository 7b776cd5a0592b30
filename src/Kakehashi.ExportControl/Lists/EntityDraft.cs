namespace Kakehashi.ExportControl.Lists;

/// <summary>An entry while its parts are being read.</summary>
internal sealed class EntityDraft(string number, ListedKind kind)
{
    private readonly List<string> countries = [];

    internal List<ListedName> Names { get; } = [];

    internal List<ListedAddress> Addresses { get; } = [];

    internal List<string> Programmes { get; } = [];

    internal List<BirthDate> Births { get; } = [];

    internal ConcernTypes Concerns { get; set; }

    internal bool ConventionalWeapons { get; set; }

    private List<ListedRemark> Remarks { get; } = [];

    internal void Name(string? text, ListedNameKind kind, bool isWeak = false)
    {
        if (ListText.OneLine(text) is { } line) Names.Add(new(line, kind, isWeak));
    }

    internal void In(IEnumerable<string> codes) => countries.AddRange(codes.Except(countries).ToList());

    internal void Remark(string heading, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text)) Remarks.Add(new(ListText.Shown(heading), text.Trim()));
    }

    internal ListedEntity Entity() => new(number, kind, [.. Names])
    {
        Countries = [.. countries],
        Addresses = [.. Addresses],
        Concerns = Concerns,
        ConventionalWeapons = ConventionalWeapons,
        Programmes = [.. Programmes],
        Births = [.. Births],
        Remarks = [.. Remarks],
    };
}
