using System.Globalization;
using System.Text;

namespace Kakehashi.Web.Demo;

/// <summary>A partner as it was written.</summary>
/// <param name="Number">The number of its record.</param>
/// <param name="Name">Its name in English.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Weight">How much exchange there is with it.</param>
/// <param name="Code">What other universities' files would call it.</param>
/// <param name="City">Where it is.</param>
internal sealed record DemoPartner(long Number, string Name, string Country, double Weight, string Code, DemoCity City);

/// <summary>Partner organisations: invented ones in real cities, two in most of them, with addresses that can never exist.</summary>
internal static class DemoPartners
{
    private const int Wanted = 220;

    /// <summary>How much exchange goes on with a country; 1 for those not named.</summary>
    private static readonly Dictionary<string, double> Weights = new()
    {
        ["CN"] = 14,
        ["KR"] = 8,
        ["TW"] = 6,
        ["US"] = 8,
        ["DE"] = 6,
        ["FR"] = 5,
        ["GB"] = 5,
        ["TH"] = 5,
        ["VN"] = 4,
        ["ID"] = 4,
        ["AU"] = 4,
        ["CA"] = 3,
        ["MY"] = 2.5,
        ["IN"] = 2,
        ["SG"] = 2,
        ["SE"] = 2,
        ["NL"] = 2,
        ["IT"] = 2,
        ["ES"] = 2,
        ["FI"] = 1.5,
        ["PH"] = 1.5,
        ["NZ"] = 1.5,
    };

    private static readonly (string En, string Ja)[] Patterns =
    [
        ("New University of {0}", "新{0}大学"),
        ("{0} Institute of Science and Design", "{0}科学デザイン大学"),
        ("{0} International University of Applied Sciences", "{0}国際応用科学大学"),
        ("{0} Open College of Arts and Letters", "{0}人文芸術大学"),
        ("{0} Centre for Climate and Society", "{0}気候社会研究センター"),
    ];

    /// <summary>The first pattern in the language of the country, where one comes naturally.</summary>
    private static readonly Dictionary<string, (string Language, string Pattern)> Local = new()
    {
        ["DE"] = ("de", "Neue Universität {0}"),
        ["AT"] = ("de", "Neue Universität {0}"),
        ["CH"] = ("de", "Neue Universität {0}"),
        ["FR"] = ("fr", "Nouvelle université de {0}"),
        ["BE"] = ("fr", "Nouvelle université de {0}"),
        ["ES"] = ("es", "Nueva Universidad de {0}"),
        ["MX"] = ("es", "Nueva Universidad de {0}"),
        ["AR"] = ("es", "Nueva Universidad de {0}"),
        ["CL"] = ("es", "Nueva Universidad de {0}"),
        ["PE"] = ("es", "Nueva Universidad de {0}"),
        ["CO"] = ("es", "Nueva Universidad de {0}"),
        ["IT"] = ("it", "Nuova Università di {0}"),
        ["PT"] = ("pt", "Nova Universidade de {0}"),
        ["BR"] = ("pt", "Nova Universidade de {0}"),
        ["NL"] = ("nl", "Nieuwe Universiteit {0}"),
        ["SE"] = ("sv", "Nya universitetet i {0}"),
        ["PL"] = ("pl", "Nowy Uniwersytet – {0}"),
        ["ID"] = ("id", "Universitas Baru {0}"),
    };

    /// <summary>The letters of Erasmus codes, by country.</summary>
    private static readonly Dictionary<string, string> Erasmus = new()
    {
        ["DE"] = "D",
        ["FR"] = "F",
        ["IE"] = "IRL",
        ["NL"] = "NL",
        ["BE"] = "B",
        ["AT"] = "A",
        ["IT"] = "I",
        ["ES"] = "E",
        ["PT"] = "P",
        ["SE"] = "S",
        ["NO"] = "N",
        ["DK"] = "DK",
        ["FI"] = "SF",
        ["IS"] = "IS",
        ["EE"] = "EE",
        ["LV"] = "LV",
        ["LT"] = "LT",
        ["PL"] = "PL",
        ["CZ"] = "CZ",
        ["SK"] = "SK",
        ["HU"] = "HU",
        ["RO"] = "RO",
        ["BG"] = "BG",
        ["GR"] = "G",
        ["HR"] = "HR",
        ["SI"] = "SI",
        ["TR"] = "TR",
    };

    public static List<DemoPartner> Write(DemoWriter writer, Chance chance)
    {
        var partners = new List<DemoPartner>();
        for (var round = 0; partners.Count < Wanted; round++)
            foreach (var city in DemoCities.All)
                if (partners.Count < Wanted && (round == 0 || chance.Is(0.85))) partners.Add(One(writer, chance, city, round, partners.Count + 1));
        return partners;
    }

    private static DemoPartner One(DemoWriter writer, Chance chance, DemoCity city, int round, int number)
    {
        var pattern = Patterns[round == 0 ? number % 2 : 2 + number % 3];
        var (en, ja) = (string.Format(CultureInfo.InvariantCulture, pattern.En, city.En), string.Format(CultureInfo.InvariantCulture, pattern.Ja, city.Ja));
        var isCentre = pattern == Patterns[4];
        var local = pattern == Patterns[0] && Local.TryGetValue(city.Country, out var own) ? own : default;
        var erasmus = !isCentre && Erasmus.TryGetValue(city.Country, out var letters)
            ? string.Create(CultureInfo.InvariantCulture, $"{letters} {Letters(city.En)[..Math.Min(7, Letters(city.En).Length)].ToUpperInvariant()}{98 - round}") : null;
        var code = string.Create(CultureInfo.InvariantCulture, $"P{number:000}");
        var place = new Records.Place(Math.Round(city.Latitude + (chance.Share() - 0.5) * 0.06, 4), Math.Round(city.Longitude + (chance.Share() - 0.5) * 0.06, 4));
        // a centre that nobody has translated yet: the missing side shows as such
        var name = new Kernel.Bilingual(isCentre && chance.Is(0.3) ? null : ja, en);
        object?[][] names = local.Pattern is null ? [] : [[string.Format(CultureInfo.InvariantCulture, local.Pattern, city.En), local.Language, "label"]];
        object?[][] identifiers = erasmus is null ? [["local", code]] : [["local", code], ["erasmus", erasmus]];
        var record = writer.Write(name, isCentre ? "facility" : "education", number % 73 == 0 ? "inactive" : "active", city.Country, city.En, place,
            $"https://www.{Letters(en).ToLowerInvariant()}.example/", chance.Between(1880, 2005), writer.Parts("names", names), writer.Parts("identifiers", identifiers));
        var weight = Weights.GetValueOrDefault(city.Country, 1) * (round == 0 ? 1 : 0.45) * (isCentre ? 0.3 : 1) * (0.5 + chance.Share());
        return new(record, en, city.Country, weight, erasmus ?? code, city);
    }

    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter));
}
