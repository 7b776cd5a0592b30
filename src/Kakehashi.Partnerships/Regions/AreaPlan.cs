using Kakehashi.Access.OrgUnits;
using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.Records.Codes;

namespace Kakehashi.Partnerships.Regions;

/// <summary>How much the university means to do with a country or region.</summary>
public enum AreaPriority
{
    /// <summary>Exchange is to be built up.</summary>
    Focus,

    /// <summary>What there is goes on.</summary>
    Maintain,

    /// <summary>It is looked into before anything is begun.</summary>
    Explore,
}

/// <summary>What the university means to do with one country, or with one region of UN M49, in some years.</summary>
public sealed class AreaPlan : Record<AreaPlan>
{
    public string? Country { get; private set; }

    public string? Region { get; private set; }

    public AreaPriority Priority { get; private set; }

    public Bilingual Aims { get; private set; }

    public int? FirstYear { get; private set; }

    public int? LastYear { get; private set; }

    public Id<OrgUnit>? Unit { get; private set; }
}

public sealed class AreaPlanRecord : IRecordType<AreaPlan>
{
    private const int AimsLength = 1_000;

    public static void Define(Definition<AreaPlan> record)
    {
        record.Named(("国・地域別の計画", "Area plan"), ("国・地域別の計画", "Area plans"), "area-plans");
        record.Identity(plan => $"{plan.Country ?? plan.Region}/{plan.FirstYear}");
        record.Caption(plan => new($"{plan.Country ?? plan.Region} {plan.FirstYear}〜{plan.LastYear}年度", $"{plan.Country ?? plan.Region} FY{plan.FirstYear}–{plan.LastYear}"));
        record.WrittenWith(Right.Steer);

        record.Code(plan => plan.Country, ("国・地域", "Country or region"), CodeLists.Countries).Listed()
            .Help(("一つの国・地域の計画のとき。広い地域の計画では空欄にします。", "Where the plan is for one country. Leave empty for a plan of a wider region."));
        record.Code(plan => plan.Region, ("地域区分(M49)", "Region (UN M49)"), CodeLists.Regions).Listed()
            .Help(("東アジアなど、広い地域の計画のとき。", "Where the plan is for a wider region, such as Eastern Asia."));
        record.Choice(plan => plan.Priority, ("位置づけ", "Priority"), Words).Required().Listed();
        record.Bilingual(plan => plan.Aims, ("目指すこと", "Aims"), AimsLength).Required().Searched();
        record.Number(plan => plan.FirstYear, ("開始年度", "First fiscal year"), 2000, 2100).Required().Listed();
        record.Number(plan => plan.LastYear, ("最終年度", "Last fiscal year"), 2000, 2100).Required().Listed();
        record.Link(plan => plan.Unit, ("担当部局", "Responsible unit")).Listed();

        record.Check("area-plan.one-place", plan => plan.Country, plan => plan.Country is null != plan.Region is null,
            ("国・地域か地域区分のどちらか一方を入力してください。", "Give either a country or a region of UN M49, not both."));
        record.Check("area-plan.ends-before-start", plan => plan.LastYear, plan => plan.FirstYear is null || plan.LastYear is null || plan.FirstYear <= plan.LastYear,
            ("最終年度が開始年度より前です。どちらかを直してください。", "The plan ends before it begins. Correct one of the two years."));
    }

    /// <summary>What a priority is called.</summary>
    public static Text Words(AreaPriority priority) => priority switch
    {
        AreaPriority.Focus => ("重点", "Focus"),
        AreaPriority.Maintain => ("継続", "Maintain"),
        _ => ("可能性を調査", "Explore"),
    };
}
