using Kakehashi.Kernel;
using Kakehashi.Platform.Export.Docx;

namespace Kakehashi.Partnerships.Agreements.Drafting;

/// <summary>Writes the templates that come with the program, out of the model texts.</summary>
internal static class ModelTemplate
{
    private static readonly int[] Halves = [1, 1], TermWidths = [30, 14, 14, 14, 14, 24], SignatureWidths = [34, 34, 32];

    public static byte[] Make(DraftTemplate template)
    {
        var text = template.Kind == DraftKind.Agreement ? ModelTexts.Agreement : ModelTexts.Memorandum;
        var language = template.Layout == DraftLayout.En ? Language.En : Language.Ja;
        Language[] languages = template.Layout == DraftLayout.Columns ? [Language.Ja, Language.En] : [language];
        using var stream = new MemoryStream();
        using (var writer = new DocxWriter(stream, DraftTemplate.Of(template.Kind).In(language), "{{reference}}", language))
        {
            Write(writer, text, languages);
            writer.Complete();
        }

        return stream.ToArray();
    }

    private static void Write(DocxWriter writer, ModelText text, Language[] languages)
    {
        foreach (var one in languages) writer.Paragraph(DocxParts.Chapter, text.Title.In(one), one);
        Columns(writer, [text.Opening], languages);
        Columns(writer, text.Articles, languages);
        writer.Paragraph(DocxParts.Plain, "{{?places}}");
        writer.Paragraph(DocxParts.Opening, Said(languages, "交流の条件", "Terms of exchange"));
        writer.Table(
            [Said(languages, "対象", "Who"), Said(languages, "受入・派遣", "Direction"), Said(languages, "年間人数", "Persons a year"), Said(languages, "年間学期数", "Semesters a year"), Said(languages, "滞在の上限(月)", "Longest stay, months"), Said(languages, "課程・分野", "Level and field")],
            TermWidths,
            [[$"{{{{#places}}}}{Both(languages, "kind")}", Both(languages, "direction"), "{{people}}", "{{?semesters}}{{semesters}}{{/semesters}}", "{{?stay_months}}{{stay_months}}{{/stay_months}}", $"{Both(languages, "degree")}\n{Both(languages, "field")}{{{{/places}}}}"]]);
        writer.Paragraph(DocxParts.Plain, "{{/places}}");
        Columns(writer, [ModelTexts.Closing], languages);
        writer.Table(
            [Said(languages, "当事者", "Party"), Said(languages, "署名者・職", "Signatory and office"), Said(languages, "署名・日付", "Signature and date")], SignatureWidths,
            [[$"{{{{#parties}}}}{Both(languages, "name")}", $"{{{{signatory}}}}\n{Both(languages, "office")}", $"{Signed(languages[0])}{{{{/parties}}}}"]]);
    }

    private static void Columns(DocxWriter writer, IReadOnlyList<ModelArticle> articles, Language[] languages)
    {
        if (languages.Length == 2)
        {
            writer.Columns(Halves, articles.Select(article => (IReadOnlyList<IReadOnlyList<DocxLine>>)[.. languages.Select(one => (IReadOnlyList<DocxLine>)[.. Lines(article, one)])]));
            return;
        }

        foreach (var line in articles.SelectMany(article => Lines(article, languages[0]))) writer.Paragraph(line.Style, line.Text, line.Language);
    }

    private static IEnumerable<DocxLine> Lines(ModelArticle article, Language language)
    {
        if (article.Heading is { } heading) yield return new(DocxParts.Part, heading.In(language), language);
        foreach (var line in article.Lines) yield return new(DocxParts.Plain, line.In(language), language);
    }

    private static string Said(Language[] languages, string ja, string en) => string.Join('\n', languages.Select(one => one == Language.Ja ? ja : en));

    /// <summary>A day where it is known, else room to write.</summary>
    private static string Signed(Language language) => $"{{{{?signed_on.{language.Code()}}}}}{{{{signed_on.{language.Code()}}}}}{{{{/signed_on.{language.Code()}}}}}";

    private static string Both(Language[] languages, string name) => string.Join('\n', languages.Select(one => $"{{{{{name}.{one.Code()}}}}}"));
}
