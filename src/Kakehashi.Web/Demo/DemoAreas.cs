using System.Globalization;
using Kakehashi.Kernel;

namespace Kakehashi.Web.Demo;

/// <summary>What the demonstration university means to do in some countries and regions, and whom it can ask there.</summary>
internal static class DemoAreas
{
    private const int MostPeople = 3;

    /// <summary>Years are counted from the last one; a place of two letters is a country.</summary>
    private sealed record Planned(string Place, string Priority, int From, int To, string Unit, Text Aims);

    private static readonly Planned[] Plans =
    [
        new("030", "maintain", -2, 3, "A01", ("学生交流の規模を保ちながら、短期中心の受入れから学位取得を目的とする受入れへ移す。", "Keep the size of student exchange, and move from short stays to students who come for a degree.")),
        new("035", "focus", -2, 3, "A01", ("政府奨学金による大学院生の受入れを倍増し、防災分野の共同教育を始める。", "Twice as many graduate students on government scholarships, and joint teaching on disaster resilience.")),
        new("150", "maintain", -4, 2, "A01", ("ダブル・ディグリーと教員の往来を軸に、協定を実績のあるものに絞る。", "Double degrees and visits of staff; agreements without activity are let go.")),
        new("002", "explore", 0, 2, "C01", ("水産・保健・防災の3分野で、共同研究から関係を築けるかを調べる。", "Find out whether joint research on fisheries, health and disasters can open the way.")),
        new("DE", "focus", -1, 4, "G07", ("工学系のダブル・ディグリーを3校に広げ、企業での実習を必修とする。", "Double degrees in engineering with three universities, with an internship in a company for all.")),
        new("VN", "focus", -1, 3, "C01", ("現地事務所を通じた渡日前入試を始め、修了生の会を組織する。", "Admission before arrival through an office there, and an association of alumni.")),
        new("US", "maintain", -3, 2, "A01", ("州立大学との交換留学の均衡を取り戻す。派遣が受入を上回る状態を5年で解消する。", "Bring exchange with state universities back into balance within five years.")),
        new("TH", "maintain", -2, 2, "F08", ("農学と食品科学の合同サマースクールを毎年開く。", "A joint summer school on agriculture and food science every year.")),
        new("IN", "explore", 0, 3, "G09", ("情報科学の大学院生を対象に、オンライン科目の共同開講を試みる。", "Try courses taught together online for graduate students of informatics.")),
    ];

    private static readonly string[] Countries = ["DE", "FR", "US", "GB", "KR", "CN", "TW", "VN", "TH", "ID", "IN", "AU", "BR", "KE", "SE"];

    private static readonly string[] Units = ["F01", "F07", "F10", "G05", "G07", "G10", "I01", "I04", "C01", "C02", "A01"];

    private static readonly string[] Ties = ["from_there", "studied", "worked", "alumni", "researches"];

    private static readonly string[] Levels = ["b1", "b2", "c1", "c2"];

    private static readonly Dictionary<string, string> Languages = new()
    {
        ["DE"] = "de",
        ["FR"] = "fr",
        ["US"] = "en",
        ["GB"] = "en",
        ["KR"] = "ko",
        ["CN"] = "zh",
        ["TW"] = "zh",
        ["VN"] = "vi",
        ["TH"] = "th",
        ["ID"] = "id",
        ["IN"] = "hi",
        ["AU"] = "en",
        ["BR"] = "pt",
        ["KE"] = "sw",
        ["SE"] = "sv",
    };

    public static void WritePlans(DemoWriter writer, IReadOnlyDictionary<string, long> units, int last)
    {
        foreach (var one in Plans)
        {
            var isCountry = one.Place.Length == 2;
            writer.Write(isCountry ? one.Place : null, isCountry ? null : one.Place, one.Priority, new Bilingual(one.Aims.Ja, one.Aims.En), last + one.From, last + one.To, units[one.Unit]);
        }
    }

    /// <summary>Invented people, called by a number so that nobody real can be meant.</summary>
    public static void WriteKnowledge(DemoWriter writer, IReadOnlyDictionary<string, long> units, Chance chance)
    {
        var number = 0;
        foreach (var country in Countries)
            for (var i = chance.Between(1, MostPeople); i > 0; i--)
            {
                number++;
                var tie = chance.Of(Ties);
                object?[][] languages = [[Languages[country], tie == "from_there" ? "c2" : chance.Of(Levels)], .. Languages[country] == "en" ? Array.Empty<object?[]>() : [["en", chance.Of(Levels)]]];
                writer.Write(
                    string.Create(CultureInfo.InvariantCulture, $"K{number:000}"), country, units[chance.Of(Units)],
                    string.Create(CultureInfo.InvariantCulture, $"架空 職員{number:000}"), tie, writer.Parts("languages", languages),
                    string.Create(CultureInfo.InvariantCulture, $"staff{number:000}@michinoku.example"));
            }
    }
}
