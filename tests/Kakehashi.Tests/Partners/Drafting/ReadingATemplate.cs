using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Kakehashi.Platform.Export.Docx;
using DocxText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace Kakehashi.Tests.Partners.Drafting;

public sealed class ReadingATemplate
{
    private static readonly DocxTerms Terms = new(
        [new("name", ("名称", "Name"), one => ((Value)one).Name), new("none", ("なし", "None"), _ => null)],
        [new("rows", ("行", "Rows"), one => ((Value)one).Rows, [new("row", ("行", "Row"), one => (string)one)])]);

    [Fact]
    public void Fills_a_placeholder_that_is_split_over_runs_and_keeps_the_look_of_the_first()
    {
        var bold = new Run(new RunProperties(new Bold()), Piece("A {{na"));
        var filled = Filled(new Paragraph(bold, new Run(Piece("m")), new Run(Piece("e}} B {{ name }}"), new TabChar(), Piece("C"))));
        Assert.Equal("A Berlin B BerlinC", filled.InnerText);
        var value = filled.Descendants<Run>().First(run => run.InnerText == "Berlin");
        Assert.NotNull(value.RunProperties?.Bold);
        Assert.Empty(DraftingAnAgreement.Errors(Document(new Paragraph((Run)bold.CloneNode(true), new Run(Piece("me}}"))))));
    }

    [Fact]
    public void Repeats_rows_and_paragraphs_and_keeps_what_is_conditional()
    {
        var table = new Table(new TableProperties(), new TableGrid(new GridColumn(), new GridColumn()), Row("{{#rows}}{{row}}", "of {{name}}{{/rows}}"));
        var filled = Filled([table, P("{{#rows}}"), P("- {{row}}"), P("{{/rows}}"), P("{{?none}}"), P("hidden"), P("{{/none}}"), P("{{^none}}"), P("shown"), P("{{/none}}"), P("x{{?name}} y {{/name}}z{{^name}}q{{/name}}")]);
        Assert.Equal(["1|of Berlin", "2|of Berlin"], filled.Descendants<TableRow>().Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText))));
        Assert.Equal(["- 1", "- 2", "shown", "x y z"], filled.Elements<Paragraph>().Select(one => one.InnerText));
    }

    [Fact]
    public void Writes_a_value_of_several_lines_as_lines() =>
        Assert.Single(Filled(P("{{name}}"), new Value("one\ntwo\u0001", [])).Descendants<Break>());

    [Theory]
    [InlineData("{{nmae}}", "{{nmae}} in paragraph 2 of the text (“{{nmae}}”): there is nothing of that name.")]
    [InlineData("{{#rows}}", "{{#rows}} in paragraph 2 of the text (“{{#rows}}”): there is no {{/rows}}; it stands in a paragraph of its own of the same cell or text.")]
    [InlineData("for {{#rows}}", "{{#rows}} in paragraph 2 of the text (“for {{#rows}}”): what is repeated or conditional begins and ends in one row of a table, or in a paragraph of its own each.")]
    [InlineData("{{/rows}}", "{{/rows}} in paragraph 2 of the text (“{{/rows}}”): nothing begins it.")]
    [InlineData("{{na me}}", "{{na me}} in paragraph 2 of the text (“{{na me}}”): it is not closed, or has characters that no name has.")]
    [InlineData("{{row}}", "{{row}} in paragraph 2 of the text (“{{row}}”): there is nothing of that name.")]
    [InlineData("{{rows}}", "{{rows}} in paragraph 2 of the text (“{{rows}}”): that is repeated, and is not one value.")]
    public void Names_the_placeholder_that_is_wrong_and_where_it_is(string written, string says)
    {
        var (template, mistakes) = DocxTemplate.Read(Document(P("First"), P(written)), Terms);
        Assert.Null(template);
        Assert.Equal(says, Assert.Single(mistakes).Says.En);
    }

    [Fact]
    public void Names_what_is_wrong_in_a_repeated_row_once()
    {
        var (_, mistakes) = DocxTemplate.Read(Document(new Table(Row("{{#rows}}{{row}}", "{{other}}")), new Table(Row("{{#rows}}{{nix}}{{/rows}}"))), Terms);
        Assert.Equal(["{{#rows}}", "{{nix}}"], mistakes.Select(one => one.Placeholder));
    }

    [Fact]
    public void Takes_nothing_but_a_document_that_reaches_for_nothing_outside()
    {
        Assert.NotEmpty(DocxTemplate.Read("no archive"u8.ToArray(), Terms).Mistakes);
        Assert.NotEmpty(DocxTemplate.Read(new byte[DocxTemplate.MostBytes + 1], Terms).Mistakes);
        using var stream = new MemoryStream();
        stream.Write(Document(P("x")));
        using (var document = WordprocessingDocument.Open(stream, isEditable: true))
            document.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://elsewhere.example/x.dotm"));
        Assert.NotEmpty(DocxTemplate.Read(stream.ToArray(), Terms).Mistakes);
    }

    private static Body Filled(OpenXmlElement element, Value? value = null) => Filled([element], value);

    private static Body Filled(OpenXmlElement[] elements, Value? value = null)
    {
        var (template, mistakes) = DocxTemplate.Read(Document(elements), Terms);
        Assert.Empty(mistakes.Select(one => one.Says.En));
        var filled = template!.Fill(value ?? new("Berlin", ["1", "2"]));
        Assert.Empty(DraftingAnAgreement.Errors(filled));
        using var document = WordprocessingDocument.Open(new MemoryStream(filled), isEditable: false);
        return (Body)document.MainDocumentPart!.Document.Body!.CloneNode(true);
    }

    private static byte[] Document(params OpenXmlElement[] elements)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            document.AddMainDocumentPart().Document = new Document(new Body(elements));
        return stream.ToArray();
    }

    private static Paragraph P(string text) => new(new Run(Piece(text)));

    private static DocxText Piece(string text) => new(text) { Space = SpaceProcessingModeValues.Preserve };

    private static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(P(cell))));

    private sealed record Value(string Name, IReadOnlyList<string> Rows);
}
