using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using FsCheck;
using FsCheck.Fluent;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Ewp;
using Kakehashi.Partnerships.Regions;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.Partners;

/// <summary>Agreements as Erasmus Without Paper tells them: written, read again, and hashed.</summary>
public sealed class AgreementsOfEwp
{
    private static readonly string[] Heis = ["example.ac.jp", "uni.example"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The two agreements, with their hashes, that the specification explains its rules with: erasmus-without-paper/ewp-specs-api-iias, resources/xsltKit, get-response-v7.xml and get-response-v7-partner.xml.</summary>
    [Theory]
    [InlineData("87b33170d7a6c6d894215641f39e7b7de36501265479e5ab3922f32d5b225033", false)]
    [InlineData("6cd3afda0d59ddba34f7eff70bb7415156fc15bb719cfd1687f0fc7bffc215be", true)]
    public async Task Have_the_hash_that_the_specification_has(string hash, bool isOfPartner)
    {
        var read = Assert.Single(await Read(isOfPartner ? OfPartner(hash) : OfUniversity(hash)));
        Assert.Equal((hash, hash), (IiaHash.Of(read.Element), read.StatedHash));
        Assert.False(IiaHash.IsValidForApproval(read.Element));
    }

    [Fact]
    public void Are_the_same_once_they_were_written_and_read() => Prop.ForAll(Agreements(), iia =>
    {
        var written = IiaWriter.Write([iia]);
        var read = IiaFile.Read(IiaWriter.Bytes(written)).Value!.Single();
        Assert.Empty(read.Notes);
        Assert.Equal(written.ToString(), IiaWriter.Write([read.Agreement!]).ToString());
        Assert.Equal(read.StatedHash, IiaHash.Of(read.Element));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Have_one_hash_however_they_are_laid_out() => Prop.ForAll(Agreements(), iia =>
    {
        var element = IiaWriter.Write([iia]).Descendants(EwpCodes.Iias + "iia").Single();
        var (indented, flat) = (element.ToString(SaveOptions.None), element.ToString(SaveOptions.DisableFormatting));
        var spaced = indented.Replace("\n", "\r\n\t ", StringComparison.Ordinal);
        Assert.Single(new[] { indented, flat, spaced }.Select(text => IiaHash.Of(XElement.Parse(text, LoadOptions.PreserveWhitespace))).Distinct());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Have_another_hash_once_a_term_changes_and_the_same_once_a_contact_does() => Prop.ForAll(Agreements(), iia =>
    {
        var hash = Hash(iia);
        var first = iia.Conditions[0];
        Iia With(IiaCondition changed) => iia with { Conditions = [changed, .. iia.Conditions.Skip(1)] };
        Iia[] others =
        [
            With(first with { People = first.People + 1 }), With(first with { LastYear = "2099/2100" }), With(first with { Fields = [.. first.Fields, "0999"] }), With(first with { Terms = first.Terms + "x" }),
            With(first with { Languages = [.. first.Languages, new("de", CefrLevel.B1)] }), iia with { IsTerminated = true }, iia with { Partners = [iia.Partners[0], iia.Partners[1] with { Id = "another" }] },
        ];
        Assert.All(others, other => Assert.NotEqual(hash, Hash(other)));
        Assert.Equal(hash, Hash(iia with { Partners = [iia.Partners[0] with { Contact = "Another", Code = "another", SignedOn = new(2020, 1, 1) }, iia.Partners[1]] }));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Are_valid_by_the_public_schemas()
    {
        var folder = Path.GetDirectoryName(Standards.PathOf(Path.Combine("ewp", "get-response.xsd")))!;
        var schemas = new XmlSchemaSet { XmlResolver = null };
        foreach (var file in Directory.EnumerateFiles(folder, "*.xsd"))
        {
            using var reader = XmlReader.Create(file);
            schemas.Add(XmlSchema.Read(reader, null)!);
        }

        schemas.Compile();
        Prop.ForAll(Agreements(), iia => IiaWriter.Write([iia]).Validate(schemas, (_, wrong) => Assert.Fail(wrong.Message))).QuickCheckThrowOnFailure();
        IiaWriter.Write([]).Validate(schemas, (_, wrong) => Assert.Fail(wrong.Message));
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>", "ewp.dtd")]
    [InlineData("<iias-get-response><iia></iias-get-response>", "ewp.xml")]
    [InlineData("<x/>", "ewp.not-iias")]
    [InlineData("<iias-get-response xmlns='https://github.com/erasmus-without-paper/ewp-specs-api-iias/blob/stable-v6/endpoints/get-response.xsd'/>", "ewp.version")]
    [InlineData("", "ewp.xml")]
    public async Task Are_refused_where_the_file_is_none_or_not_safe(string text, string code) =>
        Assert.Equal(code, (await IiaFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel)).Refusal?.Code);

    [Fact]
    public async Task Are_refused_where_the_file_is_endless_or_endlessly_deep()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 100_000));
        Assert.Equal("ewp.xml", (await IiaFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(deep)), Cancel)).Refusal?.Code);
        Assert.Equal("ewp.too-large", (await IiaFile.ReadAsync(new MemoryStream(new byte[IiaFile.Largest + 1]), Cancel)).Refusal?.Code);
    }

    [Theory]
    [InlineData("2020/2021", "2020-2021", "ewp.year")]
    [InlineData(">0314<", ">031<", "ewp.field")]
    [InlineData("<cefr-level>C1", "<cefr-level>C3", "ewp.language")]
    [InlineData("<blended>false", "<blended>no", "ewp.flag")]
    [InlineData("<mobilities-per-year>2", "<mobilities-per-year>0", "ewp.people")]
    [InlineData("<eqf-level>7", "<eqf-level>9", "ewp.level")]
    [InlineData("<receiving-hei-id>hibo.no</receiving-hei-id>", "", "ewp.missing")]
    [InlineData("<sending-hei-id>uw.edu.pl", "<sending-hei-id>other.example", "ewp.foreign-term")]
    [InlineData("<iia-id>1954991", "<iia-id>19 54", "ewp.id")]
    public async Task Say_on_which_line_what_is_wrong(string right, string wrong, string code)
    {
        var read = Assert.Single(await Read(OfUniversity("x").Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Null(read.Agreement);
        Assert.Contains(read.Notes, note => note.Code == code && note.IsFault && note.Line > 1);
    }

    [Fact]
    public async Task List_what_there_is_no_field_for()
    {
        var read = Assert.Single(await Read(OfUniversity("x")));
        Assert.NotNull(read.Agreement);
        Assert.All(read.Notes, note => Assert.Equal("ewp.not-taken", note.Code));
        foreach (var named in new[] { "isced-clarification", "mobilities-per-year", "sending-contact", "v6-value" }) Assert.Contains(read.Notes, note => note.Message.En.Contains(named, StringComparison.Ordinal));
        Assert.Equal((2, 5m, 2), (read.Agreement.Conditions.Count, read.Agreement.Conditions[0].Duration, read.Agreement.Conditions[0].Levels.Count));
    }

    [Theory]
    [InlineData("2026-03-31", 4, "2025/2026")]
    [InlineData("2026-04-01", 4, "2026/2027")]
    [InlineData("2026-12-31", 1, "2026/2026")]
    public void Are_of_academic_years(string day, int start, string year) =>
        Assert.Equal(year, EwpCodes.YearOf(DateOnly.Parse(day, CultureInfo.InvariantCulture), start));

    private static async Task<IReadOnlyList<ReadIia>> Read(string text) => (await IiaFile.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), Cancel)).Value!;

    private static string Hash(Iia iia) => IiaHash.Of(IiaWriter.Write([iia]).Descendants(EwpCodes.Iias + "iia").Single());

    private static Arbitrary<Iia> Agreements()
    {
        var words = Gen.Elements("KU-1", "a&b", "契約/7", "2026|x", "<x>", "e\u0301");
        var ids = Gen.Elements("1", "0f7a5682-faf7", "A&B", "~!<>");
        static Gen<string?> Maybe(Gen<string> of) => Gen.OneOf(of.Select(one => (string?)one), Gen.Constant<string?>(null));
        var condition =
            from kind in Gen.Elements(Enum.GetValues<ExchangeKind>())
            from isOut in Gen.Elements(true, false)
            from unit in Maybe(ids)
            from year in Gen.Choose(2000, 2040)
            from people in Gen.Choose(1, 300)
            from languages in Gen.ListOf(Gen.Elements(new IiaLanguage("en", CefrLevel.B2), new IiaLanguage("fr", null)))
            from fields in Gen.ListOf(Gen.Elements("0314", "0911", "0000"))
            from terms in Maybe(words)
            from hundredths in Gen.Choose(0, 5_000)
            from levels in Gen.ListOf(Gen.Choose(1, 8))
            from blended in Gen.Elements(true, false)
            let students = kind is ExchangeKind.StudentStudies or ExchangeKind.StudentTraineeship
            select new IiaCondition
            {
                Kind = kind,
                Sending = Heis[isOut ? 0 : 1],
                Receiving = Heis[isOut ? 1 : 0],
                SendingUnit = unit,
                FirstYear = $"{year}/{year + 1}",
                LastYear = $"{year + 2}/{year + 3}",
                People = people,
                Languages = [new("en", CefrLevel.C1), .. languages],
                Fields = [.. fields],
                Terms = terms,
                Duration = hundredths == 0 ? null : hundredths / 100m,
                IsBlended = students && blended,
                Levels = students ? [.. levels] : [],
            };
        return (from id in ids
                from other in Maybe(ids)
                from code in words
                from contact in Maybe(words)
                from signed in Gen.Choose(0, 9_000)
                from effect in Gen.Elements(true, false)
                from conditions in Gen.NonEmptyListOf(condition)
                select new Iia(
                    [new(Heis[0]) { Id = id, Code = code, Contact = contact, ContactMail = "a@example.org", SignedOn = new DateOnly(2000, 1, 1).AddDays(signed) }, new(Heis[1]) { Id = other, Unit = other }],
                    effect, false, [.. conditions.OrderBy(one => one.Kind)])).ToArbitrary();
    }

    private static string OfUniversity(string hash) => Response(
        Partner("uw.edu.pl", "0f7a5682-faf7-49a7-9cc7-ec486c49a281") + Partner("hibo.no", "1954991"),
        Studies("<sending-contact>\n<c:contact-name>XYZ</c:contact-name>\n</sending-contact>", "<language>en</language>", "5", "false", "<eqf-level>7</eqf-level>\n<eqf-level>8</eqf-level>")
        + Teaching("uw.edu.pl", "<sending-ounit-id>140</sending-ounit-id>", "hibo.no", "", "<recommended-language-skill>\n<language>en</language>\n<cefr-level>C1</cefr-level>\n</recommended-language-skill>", ["0314"], "8"),
        hash);

    private static string OfPartner(string hash) => Response(
        Partner("hibo.no", "1954991") + Partner("uw.edu.pl", "0f7a5682-faf7-49a7-9cc7-ec486c49a281"),
        Studies("<sending-contact>\n<c:contact-name>ZYX</c:contact-name>\n</sending-contact>", "<language>EN</language>", "05.00", "0", "<eqf-level>8</eqf-level>\n<eqf-level>7</eqf-level>")
        + Teaching("uw.edu.pl", "<sending-ounit-id>140</sending-ounit-id>", "hibo.no", "", "<recommended-language-skill><language>pl</language><cefr-level>C1</cefr-level></recommended-language-skill><recommended-language-skill><language>en-US</language><cefr-level>C1</cefr-level></recommended-language-skill>", ["0314"], "08.00")
        + Teaching("hibo.no", "", "uw.edu.pl", "<receiving-ounit-id>140</receiving-ounit-id>", "<recommended-language-skill><language>en</language><cefr-level>C1</cefr-level></recommended-language-skill>", ["0514", "0314"], "14"),
        hash);

    private static string Response(string partners, string terms, string hash) =>
        $"<iias-get-response xmlns='{EwpCodes.Iias}' xmlns:c='{EwpCodes.Contacts}'>\n<iia>\n{partners}<in-effect>true</in-effect>\n<cooperation-conditions>\n{terms}</cooperation-conditions>\n<iia-hash>{hash}</iia-hash>\n</iia>\n</iias-get-response>";

    private static string Partner(string hei, string id) => $"<partner>\n<hei-id>{hei}</hei-id>\n<iia-id>{id}</iia-id>\n<iia-code>of {hei}</iia-code>\n</partner>\n";

    private static string Years(int first, int last) => $"<receiving-first-academic-year-id>{first}/{first + 1}</receiving-first-academic-year-id>\n<receiving-last-academic-year-id>{last}/{last + 1}</receiving-last-academic-year-id>\n";

    private static string Studies(string contact, string language, string months, string blended, string levels) =>
        $"<student-studies-mobility-spec>\n<sending-hei-id>uw.edu.pl</sending-hei-id>\n<sending-ounit-id>140</sending-ounit-id>\n{contact}\n<receiving-hei-id>hibo.no</receiving-hei-id>\n{Years(2014, 2020)}"
        + $"<mobilities-per-year not-yet-defined='true'>2</mobilities-per-year>\n<recommended-language-skill not-yet-defined='true'>{language}<cefr-level>B1</cefr-level></recommended-language-skill>\n"
        + $"<subject-area><isced-f-code v6-value='031'>0314</isced-f-code><isced-clarification>Social and behavioural sciences</isced-clarification></subject-area>\n<total-months-per-year>{months}</total-months-per-year>\n<blended>{blended}</blended>\n{levels}\n</student-studies-mobility-spec>\n";

    private static string Teaching(string from, string fromUnit, string to, string toUnit, string skills, string[] fields, string days) =>
        $"<staff-teacher-mobility-spec>\n<sending-hei-id>{from}</sending-hei-id>\n{fromUnit}<receiving-hei-id>{to}</receiving-hei-id>\n{toUnit}{Years(2016, 2017)}<mobilities-per-year>2</mobilities-per-year>\n{skills}"
        + string.Concat(fields.Select(field => $"<subject-area><isced-f-code>{field}</isced-f-code></subject-area>")) + $"<total-days-per-year>{days}</total-days-per-year>\n</staff-teacher-mobility-spec>\n";
}
