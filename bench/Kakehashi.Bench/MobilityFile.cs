using System.Globalization;

namespace Kakehashi.Bench;

/// <summary>A mobility file as an office exports it: sixteen columns, made up, the same every time.</summary>
internal static class MobilityFile
{
    private const string Header = "reference,direction,kind,person_key,nationality,sex,level,programme,field,home_country,host_country,partner_code,started_on,ended_on,credits,funding";

    private static readonly string[] Countries = ["JP", "FR", "DE", "GB", "US", "CN", "KR", "TW", "TH", "VN", "ID", "IT", "ES", "SE", "FI", "NL"];
    private static readonly string[] Levels = ["bachelor", "master", "doctoral"];
    private static readonly string[] Funding = ["government", "university", "erasmus", "none"];
    private static readonly string[] Fields = ["0113", "0223", "0311", "0412", "0511", "0613", "0714", "0912"];

    /// <summary>The values of each row, as texts.</summary>
    public static IEnumerable<string[]> Rows(int count, int from = 0)
    {
        var random = new Random(17);
        for (var i = from; i < from + count; i++)
        {
            var start = new DateOnly(2016 + i % 10, 1 + random.Next(9), 1 + random.Next(28));
            yield return
            [
                string.Create(CultureInfo.InvariantCulture, $"M{i:D9}"), i % 3 == 0 ? "out" : "in", "student",
                string.Create(CultureInfo.InvariantCulture, $"P{i / 2:D8}"), Of(Countries), i % 2 == 0 ? "female" : "male", Of(Levels),
                string.Create(CultureInfo.InvariantCulture, $"Exchange programme {i % 40}"), Of(Fields), Of(Countries), Of(Countries),
                string.Create(CultureInfo.InvariantCulture, $"X{random.Next(300)}"), Day(start), Day(start.AddDays(random.Next(20, 360))),
                string.Create(CultureInfo.InvariantCulture, $"{i % 20}.5"), Of(Funding),
            ];
        }

        string Of(string[] values) => values[random.Next(values.Length)];
    }

    /// <summary>Writes the file.</summary>
    public static void Write(string path, int count, int from = 0)
    {
        using var file = File.CreateText(path);
        file.WriteLine(Header);
        foreach (var row in Rows(count, from)) file.WriteLine(string.Join(',', row));
    }

    /// <summary>The names of the columns.</summary>
    public static string[] Columns => Header.Split(',');

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
