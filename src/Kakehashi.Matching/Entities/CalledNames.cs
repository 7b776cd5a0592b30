using Kakehashi.Matching.Normalising;
using Kakehashi.Matching.Scoring;

namespace Kakehashi.Matching.Entities;

/// <summary>How an institution is called by a name, the surest first.</summary>
internal enum Calling
{
    /// <summary>By the name that the registry shows.</summary>
    Shown,

    /// <summary>By its name in some language.</summary>
    Label,

    /// <summary>By another name.</summary>
    Alias,

    /// <summary>By its first letters.</summary>
    Acronym,

    /// <summary>By a name without its city or country at the end: Washington University (in St. Louis), Microsoft (United States).</summary>
    WithoutPlace,

    /// <summary>By the same words in another order or language: University of Leipzig, Leipzig University.</summary>
    SameWords,
}

/// <summary>An institution that is called so.</summary>
internal sealed record Called(KnownEntity Entity, KnownName Name, Calling By);

/// <summary>Whole names of institutions with all that is written in their place.</summary>
internal sealed class CalledNames
{
    // no name has these marks in its key
    private const string AsAcronym = "#", AsWords = "=", ByHead = "~";

    private const string University = "university";
    private const int MostInAnyOrder = 3, DeepestPart = 4;

    private readonly Dictionary<string, List<Called>> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownEntity> byId;

    public CalledNames(IReadOnlyCollection<KnownEntity> entities, Places places)
    {
        byId = entities.DistinctBy(entity => entity.Id).ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var ofCountries = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            if (!ofCountries.TryGetValue(entity.Country ?? "", out var keys)) ofCountries[entity.Country ?? ""] = keys = [.. places.NamesOf(entity.Country)];
            List<string> ends = entity.City is { } city ? [.. keys, Name.Of(city).Key] : keys;
            for (var i = 0; i < entity.Names.Count; i++)
                if (!entity.Names[i].Name.IsEmpty) Add(entity, entity.Names[i], isShown: i == 0, ends);
        }
    }

    /// <summary>Institutions of which this is a name.</summary>
    public IReadOnlyList<Called> By(string key) => names.GetValueOrDefault(key) ?? [];

    /// <summary>Institutions with the same words in any order.</summary>
    public IReadOnlyList<Called> BySameWords(Name name) => names.GetValueOrDefault(WordsOf(name)) ?? [];

    /// <summary>Institutions with these first letters.</summary>
    public IReadOnlyList<Called> ByAcronym(string key) => names.GetValueOrDefault(AsAcronym + key) ?? [];

    /// <summary>Universities that are called by one word besides: Yale of Yale University.</summary>
    public IReadOnlyList<Called> ByHeadOf(string word) => names.GetValueOrDefault(ByHead + word) ?? [];

    /// <summary>What an institution is a part of, what that is a part of, and so on.</summary>
    public IEnumerable<KnownEntity> WholesOf(KnownEntity part)
    {
        var whole = part;
        for (var depth = 0; depth < DeepestPart && whole.Parent is { } id && byId.TryGetValue(id, out var next); depth++) yield return whole = next;
    }

    /// <summary>The word says that the name is that of a university, in any language.</summary>
    public static bool IsUniversity(Word word) => WordBits.SenseOf(word) == University;

    private void Add(KnownEntity entity, KnownName name, bool isShown, List<string> places)
    {
        if (name.Use == NameUse.Acronym)
        {
            Put(AsAcronym + name.Name.Key, new(entity, name, Calling.Acronym));
            return;
        }

        Put(name.Name.Key, new(entity, name, isShown ? Calling.Shown : name.Use == NameUse.Label ? Calling.Label : Calling.Alias));
        Put(WordsOf(name.Name), new(entity, name, Calling.SameWords));
        foreach (var place in places)
            if (WithoutPlace(name.Name.Key, " " + place) is { } shorter) Put(shorter, new(entity, name, Calling.WithoutPlace));
        if (name.Name.Words is [var head, var last] && IsUniversity(last) && isShown) Put(ByHead + head.Text, new(entity, name, Calling.WithoutPlace));
    }

    private void Put(string key, Called called)
    {
        if (!names.TryGetValue(key, out var same)) names[key] = same = [];
        if (!same.Exists(one => one.Entity.Id == called.Entity.Id && one.By <= called.By)) same.Add(called);
    }

    private static string? WithoutPlace(string key, string place) => key.Length > place.Length && key.EndsWith(place, StringComparison.Ordinal) ? key[..^place.Length] : null;

    /// <summary>University of Leipzig and Leipzig University, but not Henan University of Science and Technology and Science and Technology, Henan University.</summary>
    private static string WordsOf(Name name)
    {
        var words = name.Words.Where(word => word.Kind == WordKind.Plain).Select(WordBits.SenseOf).ToList();
        return AsWords + string.Join(' ', words.Count <= MostInAnyOrder ? words.Order(StringComparer.Ordinal) : words.Where(word => word != University).Prepend(words.Contains(University) ? University : ""));
    }
}
