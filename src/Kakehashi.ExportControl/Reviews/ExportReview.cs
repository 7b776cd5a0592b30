using Kakehashi.Access.OrgUnits;
using Kakehashi.ExportControl.Lists;
using Kakehashi.Kernel;
using Kakehashi.Records;

namespace Kakehashi.ExportControl.Reviews;

/// <summary>取引審査: one thing that is to leave the university's hands, asked about, looked at twice and decided.</summary>
public sealed class ExportReview : Record<ExportReview>
{
    public string Reference { get; internal set; } = "";

    public string Title { get; internal set; } = "";

    public ReviewSubject Subject { get; internal set; }

    public ReviewState State { get; internal set; }

    public Id<OrgUnit>? Unit { get; internal set; }

    public string Applicant { get; internal set; } = "";

    public DateOnly? AppliedOn { get; internal set; }

    public DateOnly? NeededBy { get; internal set; }

    /// <summary>The review that this one takes up again: a decided one is never opened again.</summary>
    public Id<ExportReview>? Former { get; internal set; }

    public string? Counterparty { get; internal set; }

    public string? CounterpartyCountry { get; internal set; }

    public string? EndUser { get; internal set; }

    public string? EndUserCountry { get; internal set; }

    public string? Use { get; internal set; }

    public string? Person { get; internal set; }

    public string? Nationality { get; internal set; }

    public string? Affiliation { get; internal set; }

    public Residence? Residence { get; internal set; }

    public ResidenceBasis? ResidenceBasis { get; internal set; }

    /// <summary>Category 1: an employment or other contract with a foreign entity or government.</summary>
    public SheetAnswer? UnderContract { get; internal set; }

    public string? ContractNote { get; internal set; }

    /// <summary>Category 2: a substantial benefit from a foreign government.</summary>
    public SheetAnswer? Benefits { get; internal set; }

    public string? BenefitNote { get; internal set; }

    /// <summary>Category 3: acts in Japan on the instruction of a foreign government or the like.</summary>
    public SheetAnswer? Instructed { get; internal set; }

    public string? InstructionNote { get; internal set; }

    public DateOnly? PledgedOn { get; internal set; }

    public List<ReviewedItem> Items { get; internal set; } = [];

    /// <summary>METI has said that a licence is to be applied for.</summary>
    public bool IsInformed { get; internal set; }

    public SheetAnswer? WeaponsUse { get; internal set; }

    public SheetAnswer? ConventionalUse { get; internal set; }

    public SheetAnswer? UserDevelops { get; internal set; }

    public SheetAnswer? UserIsListed { get; internal set; }

    public string? UserEntry { get; internal set; }

    public bool ListedForBiological { get; internal set; }

    public bool ListedForChemical { get; internal set; }

    public bool ListedForMissiles { get; internal set; }

    public bool ListedForNuclear { get; internal set; }

    public bool ListedForConventional { get; internal set; }

    public SheetAnswer? MayServe { get; internal set; }

    public bool ServesBiological { get; internal set; }

    public bool ServesChemical { get; internal set; }

    public bool ServesMissiles { get; internal set; }

    public bool ServesNuclear { get; internal set; }

    public bool ServesConventional { get; internal set; }

    public string? ClearReason { get; internal set; }

    public List<ReviewAnswer> Answers { get; internal set; } = [];

    public List<ReviewEvidence> Evidence { get; internal set; } = [];

    public List<ReviewTrace> Steps { get; internal set; } = [];

    public string? SubmittedBy { get; internal set; }

    /// <summary>The day it was handed in first: what lead times are counted from.</summary>
    public DateOnly? SubmittedOn { get; internal set; }

    public string? CheckedBy { get; internal set; }

    public DateOnly? CheckedOn { get; internal set; }

    public ReviewOutcome? Outcome { get; internal set; }

    public string? DecisionReason { get; internal set; }

    public string? Conditions { get; internal set; }

    public string? DecidedBy { get; internal set; }

    public DateOnly? DecidedOn { get; internal set; }

    /// <summary>What the rules said on the day of the decision, whatever they say later.</summary>
    public List<KeptFinding> Findings { get; internal set; } = [];

    /// <summary>The last day on which anything was provided or exported under it.</summary>
    public DateOnly? ProvidedOn { get; internal set; }

    /// <summary>Days from handing in to the decision.</summary>
    internal int? Days => DecidedOn is { } decided && SubmittedOn is { } submitted ? decided.DayNumber - submitted.DayNumber : null;

    /// <summary>The day from which the evidence has to be kept.</summary>
    internal DateOnly? CountedFrom => DecidedOn is { } decided && ProvidedOn is { } provided && provided > decided ? provided : DecidedOn;

    /// <summary>The concerns that the list states of the user, beside conventional weapons.</summary>
    internal ConcernTypes ListedFor => Types(ListedForBiological, ListedForChemical, ListedForMissiles, ListedForNuclear);

    /// <summary>What the goods or technology could serve, beside conventional weapons.</summary>
    internal ConcernTypes Serves => Types(ServesBiological, ServesChemical, ServesMissiles, ServesNuclear);

    /// <summary>Another with the same values, to be changed.</summary>
    internal ExportReview Copy() => (ExportReview)MemberwiseClone();

    private static ConcernTypes Types(bool biological, bool chemical, bool missiles, bool nuclear) =>
        (biological ? ConcernTypes.Biological : 0) | (chemical ? ConcernTypes.Chemical : 0) | (missiles ? ConcernTypes.Missiles : 0) | (nuclear ? ConcernTypes.Nuclear : 0);
}

/// <summary>Goods or technology of a review.</summary>
public sealed class ReviewedItem
{
    public string Name { get; internal set; } = "";

    public ControlledItemKind? Kind { get; internal set; }

    public Id<ItemClassification>? Classification { get; internal set; }

    public ListExemption? Exemption { get; internal set; }

    public string? Reason { get; internal set; }
}

/// <summary>A question of a sheet as it was asked, and what was answered.</summary>
public sealed class ReviewAnswer
{
    public string Sheet { get; internal set; } = "";

    /// <summary>The day since when this wording is in force: its version.</summary>
    public DateOnly? Wording { get; internal set; }

    public string Question { get; internal set; } = "";

    public Bilingual Text { get; internal set; }

    /// <summary>The answer that leads to a review.</summary>
    public SheetAnswer? LeadsOn { get; internal set; }

    public SheetAnswer? Answer { get; internal set; }

    public string? Note { get; internal set; }
}

/// <summary>A file that belongs to a review, by the hash of its content.</summary>
public sealed class ReviewEvidence
{
    public EvidencePurpose? Purpose { get; internal set; }

    public string Name { get; internal set; } = "";

    public string Sha256 { get; internal set; } = "";

    /// <summary>Bytes.</summary>
    public int? Size { get; internal set; }

    public DateOnly? AddedOn { get; internal set; }

    public string AddedBy { get; internal set; } = "";
}

/// <summary>What somebody did with a review.</summary>
public sealed class ReviewTrace
{
    public DateOnly? Day { get; internal set; }

    public string By { get; internal set; } = "";

    public ReviewStep? Step { get; internal set; }

    public string? Remark { get; internal set; }
}

/// <summary>A finding as it stood when the review was decided.</summary>
public sealed class KeptFinding
{
    public string Finding { get; internal set; } = "";

    public FindingState? State { get; internal set; }

    public Bilingual Says { get; internal set; }

    public Bilingual Clause { get; internal set; }
}
