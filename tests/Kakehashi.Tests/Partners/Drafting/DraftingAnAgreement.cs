using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Drafting;
using Kakehashi.Platform;
using Kakehashi.Platform.Codes;
using Kakehashi.Platform.Export.Docx;
using Kakehashi.Tests.Partners.Guidelines;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.Partners.Drafting;

public sealed class DraftingAnAgreement
{
    public static TheoryData<string> Templates => [.. DraftTemplate.All.Select(one => one.FileName)];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Gives_a_document_that_is_valid(string name)
    {
        var template = DraftTemplate.Find(name)!.Value;
        Assert.Empty(Errors(ModelTemplate.Make(template)));
        var filled = Filled(template, Memorandum());
        Assert.Empty(Errors(filled));
        Assert.DoesNotContain("{{", TextOf(filled), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_the_terms_in_both_languages_side_by_side()
    {
        var text = TextOf(Filled(new(DraftKind.Memorandum, DraftLayout.Columns), Memorandum()));
        foreach (var said in new[] { "学生交流覚書", "Student exchange", "ベルリン大学", "University of Berlin", "2026年10月1日", "1 October 2026", "2031年9月30日", "6か月前", "6 months ahead", "英語の文", "the text in English", "Tanaka", "受入", "Outgoing", "総長・学長" })
            Assert.Contains(said, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Repeats_a_row_for_each_exchange_term()
    {
        using var document = Open(Filled(new(DraftKind.Memorandum, DraftLayout.En), Memorandum()));
        var terms = document.MainDocumentPart!.Document.Body!.Elements<Table>().First(table => table.InnerText.Contains("Persons a year", StringComparison.Ordinal));
        Assert.Equal(["Who", "Students, to study", "Students, to study"], terms.Elements<TableRow>().Select(row => row.Elements<TableCell>().First().InnerText));
    }

    [Fact]
    public void Leaves_a_marked_gap_with_its_name_where_there_is_no_value()
    {
        var filled = Filled(new(DraftKind.Memorandum, DraftLayout.En), AProposal.Memorandum(("notice_months", null)));
        using var document = Open(filled);
        var gap = document.MainDocumentPart!.Document.Body!.Descendants<Run>().Single(run => run.InnerText.Contains("notice_months", StringComparison.Ordinal));
        Assert.Equal("［解約の予告(月) / Notice of termination, months: notice_months］", gap.InnerText);
        Assert.Equal(HighlightColorValues.Yellow, gap.RunProperties!.Highlight!.Val!.Value);
        Assert.Contains(DocxReading.Read(filled).OfType<DocxParagraph>().SelectMany(one => one.Spans), span => span.IsMarked && span.Text == gap.InnerText);
    }

    [Fact]
    public void Invents_no_side_of_a_name_that_is_known_in_one_language()
    {
        var agreement = AProposal.Memorandum(("title", new Bilingual("学生交流覚書", null)));
        Assert.Contains("［Title: title.en］", TextOf(Filled(new(DraftKind.Memorandum, DraftLayout.En), agreement)), StringComparison.Ordinal);
    }

    [Fact]
    public void Leaves_out_the_table_of_an_agreement_without_exchange_terms()
    {
        var text = TextOf(Filled(new(DraftKind.Agreement, DraftLayout.En), AProposal.Memorandum(("places", null))));
        Assert.DoesNotContain("Terms of exchange", text, StringComparison.Ordinal);
        Assert.Contains("(1) Exchange of students", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AgreementType.StudentExchange, DraftKind.Memorandum)]
    [InlineData(AgreementType.Academic, DraftKind.Agreement)]
    public void Takes_the_template_that_fits_the_type(AgreementType type, DraftKind kind) => Assert.Equal(kind, DraftTemplate.KindOf(type));

    private static Agreement Memorandum() => AProposal.Memorandum();

    private static byte[] Filled(DraftTemplate which, Agreement agreement)
    {
        var (template, mistakes) = DocxTemplate.Read(ModelTemplate.Make(which), DraftTerms.All);
        Assert.Empty(mistakes.Select(one => one.Says.En));
        return template!.Fill(Draft(agreement));
    }

    private static AgreementDraft Draft(Agreement agreement) => new(
        agreement, new University { Name = ("本学", "Our University") }, CodeFiles.Load(Repository.PathOf("catalogue", "codes")),
        [new(new("本学", "Our University"), new("総長・学長", "President"), null), new(new("ベルリン大学", "University of Berlin"), default, null)],
        new Dictionary<long, Bilingual> { [5] = new("工学部", "Faculty of Engineering") }, null, null, AProposal.Today);

    internal static IEnumerable<string> Errors(byte[] content)
    {
        using var document = Open(content);
        return [.. new OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath} {error.Description}")];
    }

    private static string TextOf(byte[] content)
    {
        using var document = Open(content);
        return string.Join('\n', document.MainDocumentPart!.Document.Body!.Descendants<Paragraph>().Select(one => one.InnerText));
    }

    private static WordprocessingDocument Open(byte[] content) => WordprocessingDocument.Open(new MemoryStream(content), isEditable: false);
}
