using Kakehashi.Kernel;

namespace Kakehashi.Web.Demo;

/// <summary>A unit of the demonstration university.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Kind">The code of its kind.</param>
/// <param name="Parent">The code of the unit above, or null.</param>
/// <param name="Name">Its name.</param>
/// <param name="Students">How many students it has in a usual year.</param>
/// <param name="Staff">How many staff.</param>
/// <param name="Women">The share of women among its students and staff.</param>
/// <param name="Field">Its ISCED-F broad field.</param>
internal sealed record DemoUnit(string Code, string Kind, string? Parent, Text Name, int Students = 0, int Staff = 0, double Women = 0.4, string Field = "0011")
{
    public bool IsFaculty => Kind == "faculty";

    public bool IsGraduateSchool => Kind == "graduate_school";

    /// <summary>Whether students are enrolled here.</summary>
    public bool HasStudents => Students > 0;
}

/// <summary>The org units of みちのく総合大学: an invented university.</summary>
internal static class DemoUnits
{
    public const string University = "MCU";

    public static IReadOnlyList<DemoUnit> All { get; } =
    [
        new(University, "university", null, ("みちのく総合大学", "Michinoku University")),
        new("F01", "faculty", University, ("文学部", "Faculty of Letters"), 900, 95, 0.62, "0222"),
        new("F02", "faculty", University, ("教育学部", "Faculty of Education"), 820, 90, 0.58, "0113"),
        new("F03", "faculty", University, ("法学部", "Faculty of Law"), 760, 70, 0.41, "0421"),
        new("F04", "faculty", University, ("経済学部", "Faculty of Economics"), 1_250, 85, 0.36, "0311"),
        new("F05", "faculty", University, ("理学部", "Faculty of Science"), 1_330, 150, 0.27, "0533"),
        new("F06", "faculty", University, ("医学部", "Faculty of Medicine"), 1_480, 420, 0.47, "0912"),
        new("F07", "faculty", University, ("工学部", "Faculty of Engineering"), 3_250, 330, 0.15, "0715"),
        new("F08", "faculty", University, ("農学部", "Faculty of Agriculture"), 700, 110, 0.45, "0811"),
        new("F09", "faculty", University, ("情報学部", "Faculty of Informatics"), 1_020, 95, 0.22, "0613"),
        new("F10", "faculty", University, ("国際教養学部", "Faculty of Global Studies"), 640, 60, 0.64, "0312"),
        new("G01", "graduate_school", University, ("文学研究科", "Graduate School of Letters"), 330, 40, 0.58, "0222"),
        new("G02", "graduate_school", University, ("教育学研究科", "Graduate School of Education"), 240, 30, 0.55, "0111"),
        new("G03", "graduate_school", University, ("法学研究科", "Graduate School of Law"), 210, 35, 0.38, "0421"),
        new("G04", "graduate_school", University, ("経済学研究科", "Graduate School of Economics"), 300, 40, 0.40, "0311"),
        new("G05", "graduate_school", University, ("理学研究科", "Graduate School of Science"), 780, 110, 0.24, "0531"),
        new("G06", "graduate_school", University, ("医学系研究科", "Graduate School of Medicine"), 870, 210, 0.42, "0912"),
        new("G07", "graduate_school", University, ("工学研究科", "Graduate School of Engineering"), 1_750, 240, 0.16, "0714"),
        new("G08", "graduate_school", University, ("農学研究科", "Graduate School of Agricultural Science"), 360, 60, 0.43, "0811"),
        new("G09", "graduate_school", University, ("情報科学研究科", "Graduate School of Information Sciences"), 560, 70, 0.23, "0613"),
        new("G10", "graduate_school", University, ("国際文化研究科", "Graduate School of International Cultural Studies"), 250, 35, 0.66, "0314"),
        new("I01", "institute", University, ("災害レジリエンス研究所", "Institute for Disaster Resilience"), 0, 75, 0.26, "1022"),
        new("I02", "institute", University, ("物質材料研究所", "Institute for Materials"), 0, 160, 0.18, "0722"),
        new("I03", "institute", University, ("海洋環境研究所", "Institute for Ocean and Environment"), 0, 80, 0.31, "0521"),
        new("I04", "institute", University, ("東北アジア地域研究所", "Institute for Northeast Asian Studies"), 0, 45, 0.44, "0312"),
        new("C01", "centre", University, ("国際交流センター", "Centre for International Exchange"), 0, 35, 0.61),
        new("C02", "centre", University, ("言語文化教育センター", "Centre for Language and Culture"), 0, 40, 0.58, "0231"),
        new("C03", "centre", University, ("データ科学センター", "Data Science Centre"), 0, 30, 0.25, "0612"),
        new("C04", "centre", University, ("附属図書館", "University Library"), 0, 55, 0.66),
        new("A00", "administration", University, ("事務局", "Administration Bureau"), 0, 180, 0.45),
        new("A01", "administration", "A00", ("国際部", "International Affairs Department"), 0, 60, 0.63),
        new("A02", "administration", "A00", ("学務部", "Student Affairs Department"), 0, 130, 0.52),
        new("A03", "administration", "A00", ("研究推進部", "Research Promotion Department"), 0, 95, 0.47),
    ];

    /// <summary>Units that have not reported to a fact in the last year, so that a figure can be seen that is not whole.</summary>
    public static IReadOnlyDictionary<string, string[]> Late { get; } = new Dictionary<string, string[]>
    {
        ["student_headcount"] = ["G03"],
        ["staff_headcount"] = ["C03"],
        ["mobility"] = ["F08", "G06", "I02", "I04"],
        ["agreement"] = [],
    };

    public static bool IsLate(string fact, string unit) => Late[fact].Contains(unit);
}
