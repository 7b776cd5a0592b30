using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Kakehashi.Records.Values;
using DocxText = DocumentFormat.OpenXml.Wordprocessing.Text;
using Text = Kakehashi.Kernel.Text;

namespace Kakehashi.Platform.Export.Docx;

/// <summary>Puts values in the place of marks, within one part of a document; collects what is wrong with the marks on the way.</summary>
internal sealed class DocxFilling
{
    private const int LongestShown = 40;

    private readonly Dictionary<Paragraph, int> places = [];
    private readonly Text part;

    /// <param name="root">The part.</param>
    /// <param name="part">What the part is called.</param>
    public DocxFilling(OpenXmlElement root, Text part)
    {
        this.part = part;
        foreach (var paragraph in root.Descendants<Paragraph>()) places[paragraph] = places.Count + 1;
    }

    public List<DocxMistake> Mistakes { get; } = [];

    /// <summary>Fills the paragraphs and tables that stand in something.</summary>
    public void Fill(OpenXmlElement container, DocxScope scope)
    {
        for (var child = container.FirstChild; child is not null;)
        {
            var next = child.NextSibling();
            if (child is Paragraph paragraph) next = Block(paragraph, scope);
            else if (child is TableRow row) Row(row, scope);
            else if (child is not (ParagraphProperties or SectionProperties)) Fill(child, scope);
            child = next;
        }
    }

    /// <summary>A paragraph with values, or the first of a block that is repeated; what comes after it.</summary>
    private OpenXmlElement? Block(Paragraph paragraph, DocxScope scope)
    {
        var next = paragraph.NextSibling();
        var text = DocxMarks.TextOf(paragraph);
        var marks = DocxMarks.In(text);
        if (DocxMarks.Broken(text) is { } broken) Say(broken, paragraph, ("閉じられていないか、名前として使えない文字があります", "it is not closed, or has characters that no name has"));
        if (marks is [{ Opens: true } only] && only.Written == text.Trim())
        {
            if (EndOf(paragraph, only) is not { } end)
            {
                Say(only.Written, paragraph, ($"{{{{/{only.Name}}}}} がありません。同じ欄の、独立した段落に置きます", $"there is no {{{{/{only.Name}}}}}; it stands in a paragraph of its own of the same cell or text"));
                paragraph.Remove();
                return next;
            }

            next = end.NextSibling();
            Repeat(paragraph, end, only, scope);
            return next;
        }

        if (Choose(paragraph, marks, scope)) marks = DocxMarks.In(DocxMarks.TextOf(paragraph));
        foreach (var mark in marks.Where(mark => mark.Kind != DocxMarkKind.Value))
        {
            Say(mark.Written, paragraph, mark.Kind == DocxMarkKind.End
                ? ("対応する始まりがありません", "nothing begins it")
                : ("繰返しや条件は、表の一つの行の中で始めて終えるか、始まりと終わりをそれぞれ独立した段落に置きます", "what is repeated or conditional begins and ends in one row of a table, or in a paragraph of its own each"));
        }

        Replace(paragraph, marks, scope);
        foreach (var box in paragraph.Descendants<TextBoxContent>().Where(box => box.Ancestors<Paragraph>().First() == paragraph).ToList()) Fill(box, scope);
        return next;
    }

    /// <summary>The paragraph that ends what one begins, among those beside it.</summary>
    private static Paragraph? EndOf(Paragraph from, DocxMark mark)
    {
        var depth = 0;
        foreach (var paragraph in from.ElementsAfter().OfType<Paragraph>())
        {
            foreach (var found in DocxMarks.In(DocxMarks.TextOf(paragraph)).Where(one => one.Name == mark.Name && one.Kind != DocxMarkKind.Value))
            {
                if (found.Opens) depth++;
                else if (depth-- == 0) return paragraph;
            }
        }

        return null;
    }

    private void Repeat(Paragraph from, Paragraph to, DocxMark mark, DocxScope scope)
    {
        var between = new List<OpenXmlElement>();
        for (var one = from.NextSibling(); one is not null && one != to; one = one.NextSibling()) between.Add(one);
        var parent = from.Parent!;
        foreach (var each in Scopes(mark, from, scope))
        {
            // what is repeated is filled apart: a block in it looks for its end among its own neighbours
            var filled = new Body(between.Select(Copy));
            Fill(filled, each);
            foreach (var one in filled.ChildElements.ToList())
            {
                one.Remove();
                from.InsertBeforeSelf(one);
            }
        }

        foreach (var one in between) one.Remove();
        from.Remove();
        to.Remove();
        // a cell without a paragraph is none
        if (parent is TableCell && parent.LastChild is not Paragraph) parent.AppendChild(new Paragraph());
    }

    private void Row(TableRow row, DocxScope scope)
    {
        var paragraphs = row.Descendants<Paragraph>().Where(paragraph => paragraph.Ancestors<TableRow>().First() == row).ToList();
        var marks = paragraphs.SelectMany(paragraph => DocxMarks.In(DocxMarks.TextOf(paragraph)).Select(mark => (Paragraph: paragraph, Mark: mark))).ToList();
        var first = marks.Find(one => one.Mark.Opens && !StandsAlone(one.Paragraph, one.Mark) && !IsWithin(one.Mark, marks.Where(other => other.Paragraph == one.Paragraph).Select(other => other.Mark)));
        if (first.Paragraph is null)
        {
            foreach (var cell in row.Elements<TableCell>()) Fill(cell, scope);
            return;
        }

        var end = marks.FindLast(one => one.Mark.Kind == DocxMarkKind.End && one.Mark.Name == first.Mark.Name);
        if (end.Paragraph is null)
        {
            Say(first.Mark.Written, first.Paragraph, ($"同じ行に {{{{/{first.Mark.Name}}}}} がありません", $"there is no {{{{/{first.Mark.Name}}}}} in the same row"));
            return;
        }

        Cut(end.Paragraph, end.Mark);
        Cut(first.Paragraph, first.Mark);
        foreach (var each in Scopes(first.Mark, first.Paragraph, scope))
        {
            var copy = (TableRow)Copy(row);
            row.InsertBeforeSelf(copy);
            Row(copy, each);
        }

        var table = row.Parent!;
        row.Remove();
        if (table is Table && !table.Elements<TableRow>().Any()) table.Remove();
    }

    /// <summary>Words that stand only where there is a value, or none, within one paragraph.</summary>
    private bool Choose(Paragraph paragraph, List<DocxMark> marks, DocxScope scope)
    {
        var hasChosen = false;
        for (var open = marks.FindLast(mark => IsWithin(mark, marks)); open.Name is not null; open = marks.FindLast(mark => IsWithin(mark, marks)))
        {
            var end = marks.Find(mark => mark.Kind == DocxMarkKind.End && mark.Name == open.Name && mark.From > open.From);
            if (Scopes(open, paragraph, scope).Count > 0)
            {
                Cut(paragraph, end);
                Cut(paragraph, open);
            }
            else
            {
                Cut(paragraph, open with { Written = DocxMarks.TextOf(paragraph)[open.From..end.To] });
            }

            (hasChosen, marks) = (true, DocxMarks.In(DocxMarks.TextOf(paragraph)));
        }

        return hasChosen;
    }

    /// <summary>Whether words are chosen within a paragraph: both ends are in it.</summary>
    private static bool IsWithin(DocxMark mark, IEnumerable<DocxMark> beside) =>
        mark.Kind is DocxMarkKind.If or DocxMarkKind.Unless && beside.Any(other => other.Kind == DocxMarkKind.End && other.Name == mark.Name && other.From > mark.From);

    private static bool StandsAlone(Paragraph paragraph, DocxMark mark) => DocxMarks.TextOf(paragraph).Trim() == mark.Written;

    private List<DocxScope> Scopes(DocxMark mark, Paragraph at, DocxScope scope)
    {
        var list = scope.ListOf(mark.Name);
        if (mark.Kind == DocxMarkKind.Each)
        {
            if (list is not null) return [.. scope.Each(list)];
            Say(mark.Written, at, ("この名前の繰返しはありません", "nothing of that name can be repeated"));
            return [scope with { Value = null }];
        }

        var term = scope.Term(mark.Name);
        if (term is null && list is null) Say(mark.Written, at, ("この名前の項目はありません", "there is nothing of that name"));
        if (scope.Value is null) return [scope];
        var isThere = term is not null ? scope.Read(term) is not null : list is not null && scope.Each(list).Any();
        return isThere == (mark.Kind == DocxMarkKind.If) ? [scope] : [];
    }

    private void Replace(Paragraph paragraph, List<DocxMark> marks, DocxScope scope)
    {
        // from the last to the first: what stands before a mark keeps its place
        foreach (var mark in marks.Where(mark => mark.Kind == DocxMarkKind.Value).Reverse())
        {
            if (scope.Term(mark.Name) is not { } term)
            {
                Say(mark.Written, paragraph, scope.ListOf(mark.Name) is null ? ("この名前の項目はありません", "there is nothing of that name") : ("これは繰り返すもので、一つの値ではありません", "that is repeated, and is not one value"));
                continue;
            }

            var said = scope.Read(term);
            Cut(paragraph, mark, said ?? Gap(term), isGap: said is null);
        }
    }

    /// <summary>Takes a mark out of its text, and puts a run in its place that looks like the one it began in.</summary>
    private static void Cut(Paragraph paragraph, DocxMark mark, string text = "", bool isGap = false)
    {
        var pieces = DocxMarks.Pieces(paragraph);
        var (first, last, from, to) = (default(DocxText), default(DocxText), 0, 0);
        var at = 0;
        foreach (var piece in pieces)
        {
            var length = piece.Text.Length;
            if (first is null && mark.From < at + length) (first, from) = (piece, mark.From - at);
            if (mark.To <= at + length && last is null) (last, to) = (piece, mark.To - at);
            if (first is not null && last is null && piece != first) piece.Text = "";
            at += length;
        }

        var run = (Run)first!.Parent!;
        var rest = last!.Text[to..];
        if (last != first) Put(last, rest);
        else if (rest.Length > 0 || first.NextSibling() is not null) After(run, first, rest);
        Put(first, first.Text[..from]);
        if (text.Length > 0) run.InsertAfterSelf(Said(run, text, isGap));
    }

    /// <summary>What follows the mark in its own run goes into a run behind it.</summary>
    private static void After(Run run, DocxText first, string rest)
    {
        var behind = new Run();
        if (run.RunProperties is { } look) behind.AppendChild(look.CloneNode(true));
        behind.AppendChild(new DocxText(rest) { Space = SpaceProcessingModeValues.Preserve });
        foreach (var one in first.ElementsAfter().ToList())
        {
            one.Remove();
            behind.AppendChild(one);
        }

        run.InsertAfterSelf(behind);
    }

    private static Run Said(Run like, string text, bool isGap)
    {
        var run = new Run();
        var look = (RunProperties?)like.RunProperties?.CloneNode(true) ?? new RunProperties();
        if (isGap) look.Highlight = new() { Val = HighlightColorValues.Yellow };
        if (look.HasChildren) run.AppendChild(look);
        var lines = StorableText.Lines(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0) run.AppendChild(new Break());
            run.AppendChild(new DocxText(lines[i]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    private static void Put(DocxText piece, string text) => (piece.Text, piece.Space) = (text, SpaceProcessingModeValues.Preserve);

    /// <summary>What is missing is marked with its name, in the language of the place where the name tells it.</summary>
    private static string Gap(DocxTerm term) =>
        $"［{(term.Name.EndsWith(".ja", StringComparison.Ordinal) ? term.Label.Ja : term.Name.EndsWith(".en", StringComparison.Ordinal) ? term.Label.En : $"{term.Label.Ja} / {term.Label.En}")}: {term.Name}］";

    private OpenXmlElement Copy(OpenXmlElement one)
    {
        var copy = one.CloneNode(true);
        foreach (var (from, to) in Paragraphs(one).Zip(Paragraphs(copy))) places[to] = places.GetValueOrDefault(from);
        return copy;
    }

    private static IEnumerable<Paragraph> Paragraphs(OpenXmlElement one) => one is Paragraph itself ? itself.Descendants<Paragraph>().Prepend(itself) : one.Descendants<Paragraph>();

    private void Say(string written, Paragraph at, Text what)
    {
        var text = DocxMarks.TextOf(at).Trim();
        var shown = text.Length <= LongestShown ? text : $"{StorableText.Start(text, LongestShown)}…";
        var place = places.GetValueOrDefault(at);
        Mistakes.Add(new(written, (
            $"{part.Ja}の{place}番目の段落「{shown}」の {written}：{what.Ja}。", $"{written} in paragraph {place} of {part.En} (“{shown}”): {what.En}.")));
    }
}
