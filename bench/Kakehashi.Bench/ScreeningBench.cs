using System.Diagnostics;
using Kakehashi.ExportControl.Lists;
using Kakehashi.ExportControl.Screening;
using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Persons;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Bench;

/// <summary>How many listed names are found though a letter is wrong, how many names that are on no list are hits, and how long it takes.</summary>
internal static class ScreeningBench
{
    private const int Screened = 100_000, Pairs = 500_000;

    private static readonly ParallelOptions TwoCores = new() { MaxDegreeOfParallelism = 2 };

    internal static async Task Run(string[] args)
    {
        if (SharedLists.Find() is not { } shared) return;
        var shows = args.Contains("--show");
        var lists = shared.All();
        var watch = Stopwatch.StartNew();
        var index = ScreeningIndex.Of(lists);
        Console.WriteLine($"{lists.Count} lists, {lists.Sum(list => list.Entities.Count)} entities, {lists.Sum(list => list.Entities.Sum(entity => entity.Names.Count))} names; index made in {watch.Elapsed.TotalSeconds:F1} s");
        if (args.Contains("--kana"))
        {
            await ScreeningKana.RunAsync(shared, lists, shows);
            return;
        }

        FindMisspelt(index, shows);
        FindSwapped(index);
        var negatives = shared.NamesOnNoList();
        FalseAlarms(index, negatives, shared, shows);
        await ScreeningKana.RunAsync(shared, lists, shows);
        TimePairs(lists, negatives);
        TimeNames(index, negatives);
    }

    /// <summary>Each name of each list with one random mistake: found where its entity is a hit.</summary>
    private static void FindMisspelt(ScreeningIndex index, bool shows)
    {
        var names = index.Versions.SelectMany(list => list.Entities.SelectMany(entity => entity.Names.Select(name => (list.List, Entity: entity, Name: name)))).ToList();
        foreach (var (title, of) in new (string, Func<Typos, string, string?>)[] { ("one letter wrong", (typos, name) => typos.OneEdit(name)), ("two neighbours swapped", (typos, name) => typos.Swapped(name)) })
        {
            var typos = new Typos(names.Select(one => one.Name.Text), 20260401);
            var asked = names.Select(one => (one.List, one.Entity, one.Name, Wrong: of(typos, one.Name.Text))).Where(one => one.Wrong is not null).ToList();
            var found = new bool[asked.Count];
            Parallel.For(0, asked.Count, TwoCores, i => found[i] = index.Hits(new(asked[i].Wrong!)).Any(hit => ReferenceEquals(hit.Entity, asked[i].Entity)));
            void Say(string what, Func<int, bool> which)
            {
                var these = Enumerable.Range(0, asked.Count).Where(which).ToList();
                Console.WriteLine($"{title}: {what,-22} {these.Count(i => found[i]),6} of {these.Count,6} found  {100.0 * these.Count(i => found[i]) / Math.Max(1, these.Count):F2} %");
            }

            foreach (var list in index.Versions) Say($"{list.List}", i => asked[i].List == list.List);
            Say("alphabets", i => !Typos.IsHan(asked[i].Name.Text));
            Say("Chinese characters", i => Typos.IsHan(asked[i].Name.Text));
            Say("all", _ => true);
            if (!shows) continue;
            foreach (var i in Enumerable.Range(0, asked.Count).Where(i => !found[i])) Console.WriteLine($"   missed: {asked[i].Wrong} for {asked[i].Name.Text}{(asked[i].Name.IsWeak ? " (weak)" : "")} of {asked[i].Entity.Name}, {asked[i].List} {asked[i].Entity.Kind}");
        }
    }

    /// <summary>Names of persons with their words the other way round, and without one of three or more in the middle.</summary>
    private static void FindSwapped(ScreeningIndex index)
    {
        var names = index.Versions.SelectMany(list => list.Entities.Where(entity => entity.Kind == ListedKind.Person)).SelectMany(entity => entity.Names.Where(name => !name.IsWeak).Select(name => (Entity: entity, Words: name.Text.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)))).Where(one => one.Words.Length > 1).ToList();
        Say("persons, words turned round", names, words => words.Reverse());
        Say("persons, an initial", names, words => words.Select((word, i) => i == words.Length - 1 ? word[..1] : word));
        Say("persons, one of three words left out", [.. names.Where(one => one.Words.Length == 3)], words => [words[0], words[2]]);

        void Say(string what, IReadOnlyList<(ListedEntity Entity, string[] Words)> these, Func<string[], IEnumerable<string>> change)
        {
            var found = 0;
            Parallel.ForEach(these, TwoCores, one => { if (index.Hits(new(string.Join(' ', change(one.Words)))).Any(hit => ReferenceEquals(hit.Entity, one.Entity))) Interlocked.Increment(ref found); });
            Console.WriteLine($"{what}: {found} of {these.Count} found  {100.0 * found / these.Count:F2} %");
        }
    }

    private static void FalseAlarms(ScreeningIndex index, IReadOnlyList<(string Name, string Born, string Nationality)> negatives, SharedLists shared, bool shows)
    {
        Say("name alone", one => new(one.Name));
        Say("name, person", one => new(one.Name) { Kind = ListedKind.Person });
        Say("name, person, country, birth", one => new(one.Name) { Kind = ListedKind.Person, Country = shared.Countries.TryRead(one.Nationality, out var code) ? code.Value : null, Born = BirthDate.Read(one.Born) });

        void Say(string what, Func<(string Name, string Born, string Nationality), ScreeningQuery> ask)
        {
            var hits = new IReadOnlyList<Hit>[negatives.Count];
            Parallel.For(0, negatives.Count, TwoCores, i => hits[i] = index.Hits(ask(negatives[i])));
            var rules = string.Join(", ", hits.Where(one => one.Count > 0).GroupBy(one => (one[0].Rule, one[0].Entity.Kind)).OrderByDescending(same => same.Count()).Select(same => $"{same.Key.Rule} {same.Key.Kind} {same.Count()}"));
            Console.WriteLine($"false alarms, {what}: {hits.Count(one => one.Count > 0)} of {negatives.Count}  {100.0 * hits.Count(one => one.Count > 0) / negatives.Count:F2} %  ({rules})");
            foreach (var list in index.Versions) Console.WriteLine($"   {list.List,-22} {hits.Count(one => one.Any(hit => hit.Version == list))}");
            if (!shows) return;
            for (var i = 0; i < hits.Length; i++)
                foreach (var hit in hits[i].Take(1)) Console.WriteLine($"   alarm: {hit.Score:F2} {hit.Rule} {negatives[i].Name} ~ {hit.Name.Text} ({hit.Version.List} {hit.Entity.Kind}) {string.Join("; ", hit.Words.Select(word => word.Words.En))}");
        }
    }

    private static void TimePairs(IReadOnlyList<ListVersion> lists, IReadOnlyList<(string Name, string Born, string Nationality)> negatives)
    {
        var listed = lists.SelectMany(list => list.Entities).SelectMany(entity => entity.Names).Select(name => Name.Of(name.Text)).Where(name => !name.IsEmpty).ToList();
        var frequencies = new WordFrequencies(listed.Select(name => (IReadOnlyList<Name>)[name]));
        var persons = listed.Select(name => PersonName.Of(name, frequencies)).ToList();
        var asked = negatives.Select(one => Name.Of(one.Name)).ToList();
        var ready = asked.Select(name => PersonName.Of(name, frequencies)).ToList();
        var sum = 0.0;
        foreach (var (what, score) in new (string, Func<int, int, double>)[] { ("person", (i, j) => PersonScore.ValueOf(ready[i], persons[j])), ("organisation", (i, j) => NameScore.Of(asked[i], listed[j]).Value) })
        {
            var watch = Stopwatch.StartNew();
            for (var k = 0; k < Pairs; k++) sum += score(k % asked.Count, (int)(k * 7919L % listed.Count));
            Console.WriteLine($"a scored pair, {what}: {watch.Elapsed.TotalMicroseconds / Pairs:F2} µs on one core");
        }

        GC.KeepAlive(sum);
    }

    private static void TimeNames(ScreeningIndex index, IReadOnlyList<(string Name, string Born, string Nationality)> negatives)
    {
        var watch = Stopwatch.StartNew();
        var hits = 0;
        Parallel.For(0, Screened, TwoCores, i => Interlocked.Add(ref hits, index.Hits(new(negatives[i % negatives.Count].Name)).Count));
        Console.WriteLine($"{Screened} names screened on two cores: {watch.Elapsed.TotalSeconds:F1} s, {hits} hits");
    }
}
