using Kakehashi.Access.OrgUnits;
using Kakehashi.Community.Headcounts;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Partners;
using Kakehashi.Records;

namespace Kakehashi.Education.Mobility;

/// <summary>A stay of one person away from the home university: a student or researcher who comes or goes.</summary>
public sealed class MobilityPeriod : Record<MobilityPeriod>
{
    public string Reference { get; private set; } = "";

    public MobilityDirection Direction { get; private set; }

    public MobilityKind Kind { get; private set; }

    public string? PersonKey { get; private set; }

    /// <summary>As in the passport.</summary>
    public string? PersonName { get; private set; }

    /// <summary>As its owner writes it, in other than Latin letters.</summary>
    public string? PersonNameNative { get; private set; }

    public DateOnly? BornOn { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }

    public StudyLevel? Level { get; private set; }

    public string? Programme { get; private set; }

    public string? Field { get; private set; }

    public Id<Organisation>? Home { get; private set; }

    public string? HomeCountry { get; private set; }

    public Id<Organisation>? Host { get; private set; }

    public string? HostCountry { get; private set; }

    public string? PartnerCode { get; private set; }

    public string? PartnerName { get; private set; }

    public Id<Agreement>? Agreement { get; private set; }

    public DateOnly StartedOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public DurationBand? DurationBand { get; private set; }

    public decimal? Credits { get; private set; }

    public MobilityFunding? Funding { get; private set; }

    public ResidenceStatus? ResidenceStatus { get; private set; }

    public string? Nationality { get; private set; }

    public Sex? Sex { get; private set; }

    /// <summary>The organisation at the other end: the home of who comes, the host of who goes.</summary>
    public Id<Organisation>? Partner => Direction == MobilityDirection.In ? Home : Host;

    /// <summary>The country at the other end.</summary>
    public string? PartnerCountry => Direction == MobilityDirection.In ? HomeCountry : HostCountry;

    /// <summary>The days of the stay, both ends counted, or null where its end is open.</summary>
    public int? Days => EndedOn is { } end ? end.DayNumber - StartedOn.DayNumber + 1 : null;

    /// <summary>The band that the dates give, else the one that was entered.</summary>
    public DurationBand? Band => Days is { } days ? DurationBands.Of(StartedOn, days) : DurationBand;
}
