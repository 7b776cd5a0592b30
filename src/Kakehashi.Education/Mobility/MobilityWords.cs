using Kakehashi.Kernel;

namespace Kakehashi.Education.Mobility;

/// <summary>Seen from this university.</summary>
public enum MobilityDirection
{
    In,
    Out,
}

/// <summary>Who moves.</summary>
public enum MobilityKind
{
    Student,
    Researcher,
}

/// <summary>How long a stay is, in the bands of the surveys of JASSO and MEXT.</summary>
public enum DurationBand
{
    Under1Month,
    Months1To3,
    Months3To6,
    Months6To12,
    Months12OrMore,
}

/// <summary>Who mainly pays for a stay.</summary>
public enum MobilityFunding
{
    None,
    Government,
    University,
    Partner,
    Erasmus,
    Foundation,
    Company,
    Other,
}

/// <summary>Status of residence under the Immigration Control Act, as far as exchange meets it.</summary>
public enum ResidenceStatus
{
    Student,
    CulturalActivities,
    TemporaryVisitor,
    Professor,
    Researcher,
    HighlySkilled,
    Trainee,
    Dependent,
    PermanentResident,
    Other,
}

/// <summary>The words for stays.</summary>
public static class MobilityWords
{
    public static Text Of(MobilityDirection direction) => direction == MobilityDirection.In ? ("受入", "Incoming") : ("派遣", "Outgoing");

    public static Text Of(MobilityKind kind) => kind == MobilityKind.Student ? ("学生", "Student") : ("研究者", "Researcher");

    public static Text Of(DurationBand band) => band switch
    {
        DurationBand.Under1Month => ("1か月未満", "Under 1 month"),
        DurationBand.Months1To3 => ("1か月以上3か月未満", "1 to under 3 months"),
        DurationBand.Months3To6 => ("3か月以上6か月未満", "3 to under 6 months"),
        DurationBand.Months6To12 => ("6か月以上1年未満", "6 to under 12 months"),
        _ => ("1年以上", "12 months or more"),
    };

    public static Text Of(MobilityFunding funding) => funding switch
    {
        MobilityFunding.None => ("私費", "Self-funded"),
        MobilityFunding.Government => ("国費・政府奨学金", "Government"),
        MobilityFunding.University => ("本学", "This university"),
        MobilityFunding.Partner => ("相手機関", "Partner"),
        MobilityFunding.Erasmus => ("Erasmus+", "Erasmus+"),
        MobilityFunding.Foundation => ("財団等", "Foundation"),
        MobilityFunding.Company => ("企業", "Company"),
        _ => ("その他", "Other"),
    };

    public static Text Of(ResidenceStatus status) => status switch
    {
        ResidenceStatus.Student => ("留学", "Student"),
        ResidenceStatus.CulturalActivities => ("文化活動", "Cultural activities"),
        ResidenceStatus.TemporaryVisitor => ("短期滞在", "Temporary visitor"),
        ResidenceStatus.Professor => ("教授", "Professor"),
        ResidenceStatus.Researcher => ("研究", "Researcher"),
        ResidenceStatus.HighlySkilled => ("高度専門職", "Highly skilled professional"),
        ResidenceStatus.Trainee => ("研修", "Trainee"),
        ResidenceStatus.Dependent => ("家族滞在", "Dependent"),
        ResidenceStatus.PermanentResident => ("永住者", "Permanent resident"),
        _ => ("その他", "Other"),
    };
}

/// <summary>Puts stays into bands.</summary>
public static class DurationBands
{
    /// <summary>Months are calendar months from the first day: 1 April to 30 June is three months.</summary>
    public static DurationBand Of(DateOnly start, int days)
    {
        var next = start.AddDays(days);
        return next >= start.AddMonths(12) ? DurationBand.Months12OrMore
            : next >= start.AddMonths(6) ? DurationBand.Months6To12
            : next >= start.AddMonths(3) ? DurationBand.Months3To6
            : next >= start.AddMonths(1) ? DurationBand.Months1To3
            : DurationBand.Under1Month;
    }
}
