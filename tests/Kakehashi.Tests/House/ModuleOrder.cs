namespace Kakehashi.Tests.House;

/// <summary>Which project under src may refer to which: the order of the rooms, and what stands beside them.</summary>
internal static class ModuleOrder
{
    private static readonly string[] Modules =
    [
        "Access", "ExportControl", "Partnerships", "Community", "Education", "Research", "Industry", "Challenges", "Strategy",
    ];

    private static readonly string[] Foundations = ["Kernel", "Records", "Matching", "Analytics"];
    private static readonly string[] Platform = [.. Foundations, "Platform"];

    /// <summary>The projects the named one may refer to (names without "Kakehashi."); null for a project nobody gave a place.</summary>
    public static IReadOnlyCollection<string>? Allowed(string project) => project switch
    {
        "Kernel" => [],
        "Records" or "Matching" or "Analytics" => ["Kernel"],
        "Platform" => Foundations,
        "Web" => [.. Platform, .. Modules, "Migrations.Sqlite", "Migrations.Postgres"],
        // the accounts have tables of their own
        "Migrations.Sqlite" or "Migrations.Postgres" => [.. Platform, "Access"],
        _ when Array.IndexOf(Modules, project) is >= 0 and var place => [.. Platform, .. Modules[..place]],
        _ => null,
    };

    /// <summary>What is wrong with the references of one project, in words; nothing when they keep the order.</summary>
    public static IEnumerable<string> Breaches(string project, IEnumerable<string> references)
    {
        var allowed = Allowed(project);
        return allowed is null
            ? [$"{project} has no place in the order: give it one in {nameof(ModuleOrder)}"]
            : references.Where(reference => !allowed.Contains(reference)).Select(reference => $"{project} may not refer to {reference}");
    }
}
