using Kakehashi.Kernel;
using Kakehashi.Partnerships.Agreements;
using Kakehashi.Partnerships.Agreements.Drafting;
using Kakehashi.Platform;
using Kakehashi.Platform.Codes;
using Kakehashi.Platform.Export.Docx;
using Kakehashi.TestServers;
using Kakehashi.Web;

namespace Kakehashi.Bench;

/// <summary>
/// Agreements drafted as Word documents: the template is read, its placeholders are checked and filled each time. The floor is
/// copying the bytes of the template, which no way of drafting can do without.
/// </summary>
internal static class DocumentBench
{
    private const int Runs = 51;

    internal static void Run(string[] args)
    {
        var terms = args.Length > 0 ? int.Parse(args[0], null) : 20;
        var draft = Draft(terms);
        Console.WriteLine($"an agreement of {terms} exchange terms");
        foreach (var which in DraftTemplate.All)
        {
            var content = ModelTemplate.Make(which);
            var (filled, copied) = (Array.Empty<byte>(), Array.Empty<byte>());
            var watch = System.Diagnostics.Stopwatch.StartNew();
            filled = Filled(content, draft);
            var first = watch.Elapsed.TotalMilliseconds;
            var (filling, copying) = Timing.Medians(Runs, () => filled = Filled(content, draft), () => copied = [.. content]);
            Console.WriteLine($"{which.FileName,-20} {filling,7:F2} ms   first {first,7:F1} ms   copied {copying,8:F5} ms   {filled.Length,7:N0} of {copied.Length,6:N0} bytes");
        }
    }

    private static byte[] Filled(byte[] content, AgreementDraft draft) => DocxTemplate.Read(content, DraftTerms.All).Template!.Fill(draft);

    private static AgreementDraft Draft(int terms)
    {
        var type = Composition.Types[typeof(Agreement)];
        var agreement = (Agreement)type.New();
        foreach (var (field, value) in new (string, object?)[]
        {
            ("reference", "A-1"), ("title", new Bilingual("学生交流覚書", "Student exchange")), ("type", "student_exchange"), ("level", "university"), ("state", "draft"), ("effective_from", new DateOnly(2026, 10, 1)),
            ("expires_on", new DateOnly(2031, 9, 30)), ("signatory", "president"), ("notice_months", 6), ("authoritative_language", "en"),
        })
            type.Field(field)!.Write(agreement, value);
        for (var i = 0; i < terms; i++) agreement.Places.Add(new() { Kind = ExchangeKind.StudentStudies, Direction = (ExchangeDirection)(i % 2), People = 5, StayMonths = 12, EqfLevel = 6 + i % 3 });
        return new(agreement, new University { Name = ("本学", "Our University") }, CodeFiles.Load(Repository.PathOf("catalogue", "codes")),
            [new(new("本学", "Our University"), new("学長", "President"), null), new(new("ベルリン大学", "University of Berlin"), default, null)], new Dictionary<long, Bilingual>(), null, null, new(2026, 6, 1));
    }
}
