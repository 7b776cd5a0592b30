using Kakehashi.Kernel;

namespace Kakehashi.Community.Headcounts;

/// <summary>As statistics ask for it.</summary>
public enum Sex
{
    Female,
    Male,
    Other,
    Unknown,
}

/// <summary>The level of a degree programme (ISCED 2011: 5, 6, 7, 8).</summary>
public enum StudyLevel
{
    Bachelor,
    Master,
    Doctoral,
    ShortCycle,
    Other,
}

/// <summary>What staff mainly do.</summary>
public enum StaffCategory
{
    Academic,
    Research,
    Administrative,
}

/// <summary>The words for people in statistics.</summary>
public static class PeopleWords
{
    public static Text Of(Sex sex) => sex switch
    {
        Sex.Female => ("女性", "Female"),
        Sex.Male => ("男性", "Male"),
        Sex.Other => ("その他", "Other"),
        _ => ("不明・無回答", "Unknown"),
    };

    public static Text Of(StudyLevel level) => level switch
    {
        StudyLevel.Bachelor => ("学士課程", "Bachelor"),
        StudyLevel.Master => ("修士課程", "Master"),
        StudyLevel.Doctoral => ("博士課程", "Doctoral"),
        StudyLevel.ShortCycle => ("短期高等教育", "Short cycle"),
        _ => ("その他", "Other"),
    };

    public static Text Of(StaffCategory category) => category switch
    {
        StaffCategory.Academic => ("教員", "Academic"),
        StaffCategory.Research => ("研究員", "Research"),
        _ => ("職員", "Administrative"),
    };

    /// <summary>How offices write it in their own lists.</summary>
    public static (string, Sex)[] SpellingsOfSex { get; } =
    [
        ("女", Sex.Female), ("女子", Sex.Female), ("F", Sex.Female), ("男", Sex.Male), ("男子", Sex.Male), ("M", Sex.Male),
        ("不明", Sex.Unknown), ("無回答", Sex.Unknown), ("Not stated", Sex.Unknown),
    ];

    /// <summary>How offices write it in their own lists.</summary>
    public static (string, StudyLevel)[] SpellingsOfLevel { get; } =
    [
        ("学士", StudyLevel.Bachelor), ("学部", StudyLevel.Bachelor), ("Bachelor's", StudyLevel.Bachelor), ("Undergraduate", StudyLevel.Bachelor),
        ("修士", StudyLevel.Master), ("博士前期課程", StudyLevel.Master), ("Master's", StudyLevel.Master),
        ("博士", StudyLevel.Doctoral), ("博士後期課程", StudyLevel.Doctoral), ("Doctorate", StudyLevel.Doctoral), ("PhD", StudyLevel.Doctoral),
    ];
}
