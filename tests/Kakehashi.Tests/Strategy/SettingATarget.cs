using Kakehashi.Kernel;
using Kakehashi.Records;
using Kakehashi.StoreWriter;
using Kakehashi.Strategy.Figures;
using Kakehashi.Strategy.Targets;

namespace Kakehashi.Tests.Strategy;

public sealed class SettingATarget
{
    [Theory]
    [InlineData("FY2020", "FY2030", "linear", "", "")]
    [InlineData("FY2020", "FY2030", "milestones", "FY2022 FY2025", "")]
    [InlineData("2020Q4", "2021Q1", "linear", "", "")]
    [InlineData("2020年", "FY2030", "linear", "", "target.no-baseline-period")]
    [InlineData("FY2020", "soon", "linear", "", "target.no-period")]
    [InlineData("FY2030", "FY2030", "linear", "", "target.not-after-baseline")]
    [InlineData("FY2020", "AY2030", "linear", "", "target.not-after-baseline")]
    [InlineData("FY2020", "FY2030", "milestones", "FY2030", "target.milestone-outside")]
    [InlineData("FY2020", "FY2030", "milestones", "2025", "target.milestone-outside")]
    [InlineData("FY2020", "FY2030", "milestones", "FY2025 FY2025", "target.milestone-twice")]
    [InlineData("FY2020", "FY2030", "milestones", "", "target.path-without-milestones")]
    [InlineData("FY2020", "FY2030", "linear", "FY2025", "target.path-without-milestones")]
    public void Is_checked(string baseline, string target, string path, string milestones, string problem) =>
        Assert.Equal(problem, string.Join(' ', Problems<Target>(record =>
        {
            record("indicator", "ST-01");
            record("baseline_period", baseline);
            record("baseline_value", 10m);
            record("target_period", target);
            record("target_value", 20m);
            record("path", path);
            record("milestones", milestones.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Milestone).ToList() is { Count: > 0 } list ? list : null);
        })));

    [Theory]
    [InlineData("FY2025", "2026-03-31", null, "")]
    [InlineData("FY2025", null, "https://example.org/report.pdf", "")]
    [InlineData("FY2025", "2027-01-01", null, "manual_figure.day-outside")]
    [InlineData("2025", "2026-01-01", null, "manual_figure.day-outside")]
    [InlineData("Reiwa 7", null, null, "manual_figure.no-period")]
    [InlineData("FY2025", null, "S:/report.pdf", "manual_figure.no-address")]
    public void A_figure_entered_by_hand_is_checked_too(string period, string? day, string? document, string problem) =>
        Assert.Equal(problem, string.Join(' ', Problems<ManualFigure>(record =>
        {
            record("indicator", "PA-04");
            record("period", period);
            record("numerator", 3m);
            record("as_of", day is null ? null : DateOnly.Parse(day, null));
            record("evidence", new Bilingual("年報", "Annual report"));
            record("document", document);
        })));

    [Theory]
    [InlineData(PeriodKind.FiscalYear)]
    [InlineData(PeriodKind.AcademicYear)]
    [InlineData(PeriodKind.CalendarYear)]
    [InlineData(PeriodKind.Quarter)]
    public void A_figure_entered_by_hand_counts_in_its_period_whatever_month_years_begin_in(PeriodKind kind)
    {
        var type = Product.Types[typeof(ManualFigure)];
        for (var month = 1; month <= 12; month++)
        {
            var period = new Period(kind, 2025, kind == PeriodKind.Quarter ? (month + 2) / 3 : 0);
            var record = type.New();
            type.Field("period")!.Write(record, period.ToString());
            Assert.Equal(period, Period.Of(type.Facts[0].DateOf!(record)!.Value, kind, new YearStarts(month, month)));
        }
    }

    private static TargetMilestone Milestone(string period)
    {
        var part = ((Kakehashi.Records.Fields.PartsField)Product.Types[typeof(Target)].Field("milestones")!).Part;
        var made = (TargetMilestone)part.New();
        part.Fields[0].Write(made, period);
        part.Fields[1].Write(made, 15m);
        return made;
    }

    private static IEnumerable<string> Problems<T>(Action<Action<string, object?>> fill)
    {
        var type = Product.Types[typeof(T)];
        var record = type.New();
        fill((code, value) => type.Field(code)!.Write(record, value));
        return RecordProblems.Of(type, record).Select(problem => problem.Code);
    }
}
