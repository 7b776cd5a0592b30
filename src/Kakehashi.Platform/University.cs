using Kakehashi.Kernel;
using YamlDotNet.RepresentationModel;

namespace Kakehashi.Platform;

/// <summary>What a university decides about its public pages.</summary>
public sealed record OpenSettings
{
    /// <summary>Under what others may use the tables; null where nothing has been decided.</summary>
    public Text? Licence { get; init; }

    /// <summary>Where the licence can be read.</summary>
    public string? LicenceAddress { get; init; }

    /// <summary>Whom readers may ask.</summary>
    public Text? Contact { get; init; }

    /// <summary>As whom it gives out data in SDMX: the name of an agency, of letters, digits, - and _.</summary>
    public string Agency { get; init; } = "KAKEHASHI";

    /// <summary>The partners with agreements in force are public.</summary>
    public bool ShowsPartners { get; init; }
}

/// <summary>Whose database it is: <c>catalogue/university.yaml</c>, overridden by <c>university.yaml</c> beside the data.</summary>
public sealed record University
{
    /// <summary>Its name; shown on pages and in reports.</summary>
    public Text Name { get; init; } = ("大学", "University");

    /// <summary>ISO 3166-1 alpha-2: what <c>$home</c> means in indicators.</summary>
    public string HomeCountry { get; init; } = "JP";

    /// <summary>Its SCHAC identifier, by which Erasmus Without Paper knows it, e.g. <c>example.ac.jp</c>; null where it has none.</summary>
    public string? Schac { get; init; }

    /// <summary>The months in which its years start.</summary>
    public YearStarts Years { get; init; } = YearStarts.Japan;

    /// <summary>What its days and times are in.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>A moment as clocks at the university show it, wherever the program runs.</summary>
    public DateTimeOffset Here(DateTimeOffset moment) => moment.ToOffset(TimeZone.GetUtcOffset(moment));

    /// <summary>From which score on, 0.5 to 1, a partner gets the ROR id that is proposed for it without anybody being asked; null for never.</summary>
    public double? RegistryAcceptFrom { get; init; }

    /// <summary>For how many years the evidence of export control is kept, from the day of the decision or of what followed it.</summary>
    public int EvidenceYears { get; init; } = Store.LegalKeeping.UsualYears;

    /// <summary>Who administers must show a passkey, or come by the university's sign-in service: a password alone is not enough.</summary>
    public bool AdministratorsNeedPasskey { get; init; }

    /// <summary>What the public pages say beside their tables.</summary>
    public OpenSettings Open { get; init; } = new();

    /// <summary>Reads the files that there are, the later ones over the earlier ones.</summary>
    /// <exception cref="InvalidDataException">A file has mistakes; the message names the file, the line and what would be right.</exception>
    public static University Read(params string[] files) =>
        files.Where(File.Exists).Aggregate(new University(), (university, file) => university.With(file));

    private University With(string file)
    {
        var yaml = new YamlStream();
        try
        {
            using var text = File.OpenText(file);
            yaml.Load(text);
        }
        catch (YamlDotNet.Core.YamlException error)
        {
            throw new InvalidDataException($"{file}({error.Start.Line}): {error.Message}", error);
        }

        if (yaml.Documents.Count == 0) return this;
        if (yaml.Documents[0].RootNode is not YamlMappingNode root) throw Wrong(file, yaml.Documents[0].RootNode, "keys and values, e.g. home_country: JP");
        return root.Children.Aggregate(this, (university, entry) => university.With(file, entry.Key, entry.Value));
    }

    private University With(string file, YamlNode key, YamlNode value) => (key as YamlScalarNode)?.Value switch
    {
        "name" => this with { Name = (Side(file, value, "ja"), Side(file, value, "en")) },
        "home_country" => Scalar(value) is { Length: 2 } code && code.All(char.IsAsciiLetterUpper)
            ? this with { HomeCountry = code }
            : throw Wrong(file, value, "a country of two capital letters (ISO 3166-1), e.g. JP"),
        "schac" => Scalar(value) is { Length: >= 4 and <= 120 } schac && schac.Contains('.', StringComparison.Ordinal) && schac.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign is '.' or '-')
            ? this with { Schac = schac }
            : throw Wrong(file, value, "the SCHAC identifier of the university, in small letters, e.g. example.ac.jp"),
        "fiscal_year_starts" => this with { Years = Years with { Fiscal = Month(file, value) } },
        "academic_year_starts" => this with { Years = Years with { Academic = Month(file, value) } },
        "time_zone" => Scalar(value) is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? this with { TimeZone = zone }
            : throw Wrong(file, value, "a time zone of the IANA list, e.g. Asia/Tokyo"),
        "open_licence" => this with { Open = Open with { Licence = (Side(file, value, "ja"), Side(file, value, "en")) } },
        "open_licence_address" => this with { Open = Open with { LicenceAddress = Web(file, value) } },
        "open_contact" => this with { Open = Open with { Contact = (Side(file, value, "ja"), Side(file, value, "en")) } },
        "open_agency" => Scalar(value) is { Length: > 0 } agency && char.IsAsciiLetter(agency[0]) && agency.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_')
            ? this with { Open = Open with { Agency = agency } }
            : throw Wrong(file, value, "a name of letters, digits, - and _, e.g. EXAMPLE_UNIV"),
        "open_partners" => bool.TryParse(Scalar(value), out var shows)
            ? this with { Open = Open with { ShowsPartners = shows } }
            : throw Wrong(file, value, "true or false"),
        "administrators_need_passkey" => bool.TryParse(Scalar(value), out var need)
            ? this with { AdministratorsNeedPasskey = need }
            : throw Wrong(file, value, "true or false"),
        "registry_accept_from" => double.TryParse(Scalar(value), System.Globalization.CultureInfo.InvariantCulture, out var from) && from is >= 0.5 and <= 1
            ? this with { RegistryAcceptFrom = from }
            : throw Wrong(file, value, "a number from 0.5 to 1, e.g. 0.95"),
        "export_evidence_years" => int.TryParse(Scalar(value), System.Globalization.CultureInfo.InvariantCulture, out var years) && years is >= 5 and <= 30
            ? this with { EvidenceYears = years }
            : throw Wrong(file, value, "a number of years from 5 to 30, e.g. 7"),
        _ => throw Wrong(file, key, "one of name, home_country, schac, fiscal_year_starts, academic_year_starts, time_zone, open_licence, open_licence_address, open_contact, open_agency, open_partners, administrators_need_passkey, registry_accept_from, export_evidence_years"),
    };

    private static string Side(string file, YamlNode value, string language) =>
        value is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(language), out var side) && Scalar(side) is { Length: > 0 } text
            ? text
            : throw Wrong(file, value, "a name in both languages, {ja: …, en: …}");

    private static string Web(string file, YamlNode value) =>
        Uri.TryCreate(Scalar(value), UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
            ? address.AbsoluteUri
            : throw Wrong(file, value, "an address that begins with https://");

    private static int Month(string file, YamlNode value) =>
        int.TryParse(Scalar(value), System.Globalization.CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12
            ? month
            : throw Wrong(file, value, "a month from 1 to 12");

    private static string? Scalar(YamlNode node) => (node as YamlScalarNode)?.Value;

    private static InvalidDataException Wrong(string file, YamlNode node, string wanted) =>
        new($"{file}({node.Start.Line}): {node} cannot stand here. Write {wanted}.");
}
