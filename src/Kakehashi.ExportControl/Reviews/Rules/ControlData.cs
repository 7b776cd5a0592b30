using Kakehashi.Kernel;

namespace Kakehashi.ExportControl.Reviews.Rules;

/// <summary>Where data of the law were taken from.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Address">Where it can be read.</param>
public sealed record ControlSource(Text Name, string Address);

/// <summary>The group of a destination.</summary>
public enum DestinationGroup
{
    /// <summary>Appended Table 3 of the Export Trade Control Order.</summary>
    GroupA,

    /// <summary>Appended Table 3-2: an arms embargo of the United Nations.</summary>
    Embargo,

    /// <summary>All others.</summary>
    General,
}

/// <summary>The groups of destinations, as of a day.</summary>
/// <param name="From">In force since.</param>
/// <param name="Source">Where they were taken from.</param>
/// <param name="GroupA">ISO 3166-1 alpha-2.</param>
/// <param name="Embargo">ISO 3166-1 alpha-2.</param>
public sealed record Destinations(DateOnly From, ControlSource Source, IReadOnlySet<string> GroupA, IReadOnlySet<string> Embargo)
{
    /// <summary>The group of a country or area.</summary>
    public DestinationGroup Of(string country) => GroupA.Contains(country) ? DestinationGroup.GroupA : Embargo.Contains(country) ? DestinationGroup.Embargo : DestinationGroup.General;
}

/// <summary>One question of a sheet.</summary>
/// <param name="Code">Its name in files; the same over all versions.</param>
/// <param name="Text">What is asked.</param>
/// <param name="LeadsOn">The answer that leads to a review.</param>
public sealed record SheetQuestion(string Code, Text Text, SheetAnswer LeadsOn);

/// <summary>A sheet in one wording.</summary>
/// <param name="Code">Which sheet.</param>
/// <param name="Name">What it is called.</param>
/// <param name="From">In force since: the version.</param>
/// <param name="Source">Whose wording it is.</param>
/// <param name="Questions">In order.</param>
public sealed record Sheet(string Code, Text Name, DateOnly From, ControlSource Source, IReadOnlyList<SheetQuestion> Questions)
{
    public const string Acceptance = "acceptance";
    public const string Provision = "provision";
    public const string ClearlyOtherwise = "clearly_otherwise";

    /// <summary>All sheets that there must be.</summary>
    public static IReadOnlyList<string> Known { get; } = [Acceptance, Provision, ClearlyOtherwise];

    /// <summary>The pre-check sheet of a subject.</summary>
    public static string For(ReviewSubject subject) => subject == ReviewSubject.Acceptance ? Acceptance : Provision;
}

/// <summary>The data of <c>export-control.yaml</c>: all versions.</summary>
/// <param name="Provisions">The days since when amended provisions are in force, for classifications.</param>
/// <param name="Groups">The groups of destinations.</param>
/// <param name="Sheets">The sheets.</param>
public sealed record ControlData(IReadOnlyList<DateOnly> Provisions, IReadOnlyList<Destinations> Groups, IReadOnlyList<Sheet> Sheets)
{
    /// <summary>The groups in force on a day; before the first, the first.</summary>
    public Destinations DestinationsOn(DateOnly day) => Groups.LastOrDefault(one => one.From <= day) ?? Groups[0];

    /// <summary>The wording of a sheet in force on a day; before the first, the first.</summary>
    public Sheet SheetOn(string code, DateOnly day) => Sheets.LastOrDefault(one => one.Code == code && one.From <= day) ?? Sheets.First(one => one.Code == code);

    /// <summary>Since when the provisions are in force that a classification of a day must rest on; null before the first.</summary>
    public DateOnly? ProvisionsOn(DateOnly day) => Provisions.Where(from => from <= day).Select(from => (DateOnly?)from).LastOrDefault();
}
