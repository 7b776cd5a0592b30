using Kakehashi.Kernel;
using Kakehashi.Platform;
using Kakehashi.Platform.Store;
using Kakehashi.Strategy.Scoring.Decisions;

namespace Kakehashi.Web.Demo;

/// <summary>What was decided of the tiers of some partners, and reviews of partnerships, of which one has been held this year.</summary>
internal sealed class DemoPartnerships(Workspace workspace, ChangeSession session, IReadOnlyList<DemoPartner> partners, DateOnly today)
{
    private const string Office = "suzuki", Head = "hayashi";

    public void Write()
    {
        List<DemoPartner> main = [.. partners.OrderByDescending(partner => partner.Weight).ThenBy(partner => partner.Number)];
        Decisions(main);
        Reviews(main);
    }

    private void Decisions(List<DemoPartner> main)
    {
        var writer = new DemoWriter(session, workspace.Types[typeof(PartnerTierDecision)], "partner", "sequence", "country", "tier", "rule_tier", "reason", "decided_by", "decided_on", "review_on", "ended_on", "end_reason");
        Write(main[0], 1, "strategic", "priority", "共同大学院の設置を準備しているため。(架空)", -14, 10);
        Write(main[1], 1, "priority", "active", "部局間の交流が広がりつつあるため。(架空)", -26, -14, "年次評価で区分を上げたため。(架空)");
        Write(main[1], 2, "strategic", "priority", "年次評価で、全学の重点連携先とすることとしたため。(架空)", -13, -1);
        Write(main[5], 1, "strategic", "priority", "役員会の決定による。(架空)", -4, 8);
        Write(main[^1], 1, "active", "dormant", "来年度から学生交流を再開する見込みのため。(架空)", -2, 10);

        void Write(DemoPartner partner, int sequence, string tier, string rule, string reason, int decided, int until, string? end = null)
        {
            // what has ended was to be looked at a year after it had been decided
            var (on, last) = (today.AddMonths(decided), today.AddMonths(until));
            writer.Write(partner.Number, sequence, partner.Country, tier, rule, reason, Head, on, end is null ? last : on.AddYears(1), end is null ? null : last, end);
        }
    }

    private void Reviews(List<DemoPartner> main)
    {
        var writer = new DemoWriter(session, workspace.Types[typeof(PartnershipReview)], "partner", "year", "country", "held_on", "decision", "participants", "minutes", "next_steps", "score_year", "score", "percentile", "parts",
            "rule_tier", "tier", "is_decided", "recorded_by", "recorded_on");
        var years = workspace.University.Years;
        var year = Period.Of(today, PeriodKind.FiscalYear, years);
        Write(main[0], year.Plus(-1), "strengthen", year.Plus(-1).From(years).AddMonths(7));
        Write(main[1], year.Plus(-1), "continue", year.Plus(-1).From(years).AddMonths(8));
        Write(main[0], year, "continue", year.From(years));

        void Write(DemoPartner partner, Period of, string decision, DateOnly held) => writer.Write(
            partner.Number, of.ToString(), partner.Country, held, decision, "林副学長、鈴木(国際課)、工学部・理学部の担当教員(架空)",
            "学生の往来は均衡しており、研究者の訪問も続いている。共同研究の資金を得ることが課題である。(架空)",
            writer.Parts("next_steps", ["共同シンポジウムの企画を相手機関に提案する(架空)", "国際課 鈴木", held.AddMonths(5)], ["学生交流の覚書の更新を準備する(架空)", "工学部", held.AddMonths(9)]),
            of.Plus(-1).ToString(), 71.5m, 96m,
            writer.Parts("parts",
                ["agreements", new Bilingual("有効な協定", "Agreements in force"), 3m, "none", 63.1m, 40m, 25.24m],
                ["students_in", new Bilingual("学生の受入(年平均)", "Students received, yearly mean"), 14.3m, "partly", 77.1m, 60m, 46.26m]),
            "priority", "strategic", true, Office, held.AddDays(1) < today ? held.AddDays(1) : today);
    }
}
