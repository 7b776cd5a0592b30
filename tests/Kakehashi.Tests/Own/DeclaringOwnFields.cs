using Kakehashi.Platform.Codes;
using Kakehashi.Platform.Own;
using Kakehashi.Records;
using Kakehashi.Records.Fields;
using Kakehashi.StoreWriter;
using Kakehashi.TestServers;

namespace Kakehashi.Tests.Own;

public sealed class DeclaringOwnFields : IDisposable
{
    private const string Right = """
        # what the housing office asks for
        - code: own_housing
          label: {ja: 宿舎, en: Housing}
          help: {ja: 入寮の区分です。, en: Where the student lives.}
          kind: choice
          choices:
            dormitory: {ja: 学生寮, en: Dormitory}
            private: {ja: 民間, en: Private}
          listed: true
          dimension: true
        - {code: own_rent, label: {ja: 家賃, en: Rent}, kind: number, min: 10, max: 500, required: true}
        - {code: own_guarantor, label: {ja: 保証人, en: Guarantor}, kind: line, max_length: 60, personal: true, searched: true}
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("kakehashi-fields-").FullName;

    /// <summary>For each mistake its code, its line and a word of the message in both languages.</summary>
    public static TheoryData<string, string> Mistakes { get; } = new()
    {
        { "F001(2)", "- code: [" },
        { "F001(1)", "code: own_a" },
        { "F001(1)", "- own_a" },
        { "F001(2)", "- {code: own_a, label: {ja: あ, en: a}, kind: day}\n- {code: own_a, code: own_b}" },
        { "F002(1) code", "- {label: {ja: あ, en: a}, kind: day}" },
        { "F002(1) kind", "- {code: own_a, label: {ja: あ, en: a}}" },
        { "F002(1) label", "- {code: own_a, kind: day}" },
        { "F002(1) choices", "- {code: own_a, label: {ja: あ, en: a}, kind: choice}" },
        { "F002(1) list", "- {code: own_a, label: {ja: あ, en: a}, kind: code}" },
        { "F002(1) record", "- {code: own_a, label: {ja: あ, en: a}, kind: link}" },
        { "F003(1) lable", "- {code: own_a, label: {ja: あ, en: a}, lable: x, kind: day}" },
        { "F003(1) max_length", "- {code: own_a, label: {ja: あ, en: a}, kind: day, max_length: 3}" },
        { "F003(1) fr", "- {code: own_a, label: {ja: あ, en: a, fr: a}, kind: day}" },
        { "F004(1) date", "- {code: own_a, label: {ja: あ, en: a}, kind: date}" },
        { "F004(2) yes", "- {code: own_a, label: {ja: あ, en: a}, kind: day,\n   listed: yes}" },
        { "F004(1) 5000", "- {code: own_a, label: {ja: あ, en: a}, kind: line, max_length: 5000}" },
        { "F004(1) many", "- {code: own_a, label: {ja: あ, en: a}, kind: number, max: many}" },
        { "F004(1) kind", "- {code: own_a, label: {ja: あ, en: a}, kind: [day]}" },
        { "F004(1) choices", "- {code: own_a, label: {ja: あ, en: a}, kind: choice, choices: [a, b]}" },
        { "F004(1) planets", "- {code: own_a, label: {ja: あ, en: a}, kind: code, list: planets}" },
        { "F004(1) student", "- {code: own_a, label: {ja: あ, en: a}, kind: link, record: student}" },
        { "F005(1) label", "- {code: own_a, label: あ, kind: day}" },
        { "F005(1) label", "- {code: own_a, label: {en: a}, kind: day}" },
        { "F005(1) help", "- {code: own_a, label: {ja: あ, en: a}, help: {ja: あ}, kind: day}" },
        { "F005(1) hall", "- {code: own_a, label: {ja: あ, en: a}, kind: choice, choices: {hall: {ja: 寮}}}" },
        { "F007(1) own_housing", "- {code: housing, label: {ja: あ, en: a}, kind: day}" },
        { "F007(1) own_house_rent", "- {code: own_HouseRent, label: {ja: あ, en: a}, kind: day}" },
        { "F007(1) own_", "- {code: own_, label: {ja: あ, en: a}, kind: day}" },
        { "F007(1) a b", "- {code: own_a, label: {ja: あ, en: a}, kind: choice, choices: {a b: {ja: 寮, en: Hall}}}" },
        { "F008(2) own_a", "- {code: own_a, label: {ja: あ, en: a}, kind: day}\n- {code: own_a, label: {ja: い, en: b}, kind: day}" },
        { "F008(2) あ", "- {code: own_a, label: {ja: あ, en: a}, kind: day}\n- {code: own_b, label: {ja: あ, en: b}, kind: day}" },
        { "F008(1) Credits", "- {code: own_a, label: {ja: あ, en: Credits}, kind: amount}" },
        { "F008(1) dorm", "- {code: own_a, label: {ja: あ, en: a}, kind: choice, choices: {dorm: {ja: 寮, en: Hall}, hall: {ja: 会館, en: Lodge}}}" },
        { "F009(1) flag", "- {code: own_a, label: {ja: あ, en: a}, kind: flag, required: true}" },
        { "F009(1) required", "- {code: own_a, label: {ja: あ, en: a}, kind: line, personal: true, required: true}" },
        { "F009(1) note", "- {code: own_a, label: {ja: あ, en: a}, kind: note, listed: true}" },
        { "F009(1) personal", "- {code: own_a, label: {ja: あ, en: a}, kind: line, personal: true, dimension: true}" },
        { "F009(1) dimension", "- {code: own_a, label: {ja: あ, en: a}, kind: place, dimension: true}" },
        { "F009(1) min", "- {code: own_a, label: {ja: あ, en: a}, kind: number, min: 3, max: 2}" },
    };

    [Fact]
    public void Adds_them_to_their_record_type_alone()
    {
        var types = Read(("mobility_period", Right));
        var stays = types.WithCode("mobility_period")!;
        var housing = Assert.IsType<ChoiceField>(stays.Field("own_housing"));
        Assert.Equal((("宿舎", "Housing"), true, "入寮の区分です。"), (housing.Label, housing.IsListed, housing.Help!.Value.Ja));
        Assert.Equal(["dormitory", "private"], housing.Values.All.Select(code => code.Value));
        var rent = Assert.IsType<NumberField>(stays.Field("own_rent"));
        Assert.Equal((10, 500, true, false), (rent.Min, rent.Max, rent.IsRequired, rent.IsListed));
        var guarantor = Assert.IsType<LineField>(stays.Field("own_guarantor"));
        Assert.Equal((60, true, true), (guarantor.MaxLength, guarantor.IsPersonal, guarantor.IsSearched));
        Assert.Same(Product.Agreements, types.WithCode("agreement"));
        Assert.Empty(RecordChecks.All(types, Lists));
    }

    [Fact]
    public void Makes_a_dimension_a_column_of_the_facts()
    {
        var columns = Assert.Single(Read(("mobility_period", Right)).WithCode("mobility_period")!.Facts).Columns;
        Assert.Equal("own_housing", columns[^1].Name);
        Assert.True(columns[^1].IsDimension);
        Assert.DoesNotContain(columns, column => column.Name == "own_rent");
        Assert.DoesNotContain(Assert.Single(Product.Stays.Facts).Columns, column => column.Name == "own_housing");
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Names_file_line_and_remedy_of_a_mistake(string wanted, string yaml)
    {
        var mistake = Assert.Single(Faults(("mobility_period", yaml)));
        var (place, word) = wanted.Split(' ', 2) is [var first, var rest] ? (first, rest) : (wanted, "");
        Assert.Equal(place, $"{mistake.Code}({mistake.Line})");
        Assert.EndsWith("mobility_period.yaml", mistake.File, StringComparison.Ordinal);
        Assert.Contains(word, mistake.Message.Ja, StringComparison.Ordinal);
        Assert.Contains(word, mistake.Message.En, StringComparison.Ordinal);
        Assert.Contains(mistake.Message.Ja, $"{mistake}", StringComparison.Ordinal);
    }

    [Fact]
    public void Names_every_mistake_of_every_file_at_once()
    {
        var faults = Faults(
            ("agreement", "- {code: own_a, label: {ja: あ, en: a}, kind: date, listd: true}\n- {code: b, kind: day}"),
            ("student", "- {code: own_a}"));
        Assert.Equal(["agreement.yaml(1): F003", "agreement.yaml(1): F004", "agreement.yaml(2): F002", "agreement.yaml(2): F007", "student.yaml(1): F006"],
            faults.Select(fault => $"{Path.GetFileName(fault.File)}({fault.Line}): {fault.Code}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Counts_figures_of_no_record_that_gives_none() =>
        Assert.Equal("F009", Assert.Single(Faults(("coverage", "- {code: own_a, label: {ja: あ, en: a}, kind: flag, dimension: true}"))).Code);

    [Fact]
    public void Lets_the_declaration_beside_the_data_count_over_that_of_the_catalogue()
    {
        var catalogue = Directory.CreateDirectory(Path.Combine(folder, "catalogue")).FullName;
        File.WriteAllText(Path.Combine(catalogue, "agreement.yaml"), "- {code: own_a, label: {ja: あ, en: a}, kind: day}\n- {code: own_b, label: {ja: い, en: b}, kind: day}");
        File.WriteAllText(Path.Combine(folder, "agreement.yaml"), "- {code: own_c, label: {ja: う, en: c}, kind: day}\n- {code: own_a, label: {ja: え, en: d}, kind: line}");
        var type = OwnFieldFiles.Extend(Product.Types, Lists, catalogue, folder).WithCode("agreement")!;
        Assert.Equal(["own_a line え", "own_b day い", "own_c day う"],
            type.Fields.Where(field => field.IsOwn).Select(field => $"{field.Code} {(field is LineField ? "line" : "day")} {field.Label.Ja}"));
    }

    [Theory]
    [InlineData("own-fields.md")]
    [InlineData("own-fields.ja.md")]
    public void Reads_the_example_of_the_guide(string page)
    {
        var yaml = House.Source.Read($"docs/how-to/{page}").Split("```yaml\n")[1].Split("```")[0];
        Assert.Equal(["own_housing", "own_insured_until", "own_guarantor"], Read(("mobility_period", yaml)).WithCode("mobility_period")!.Fields.Where(field => field.IsOwn).Select(field => field.Code));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    public void Declares_nothing_in_an_empty_file(string yaml) => Assert.DoesNotContain(Read(("agreement", yaml)).WithCode("agreement")!.Fields, field => field.IsOwn);

    [Fact]
    public void Needs_no_folder() => Assert.Same(Product.Types, OwnFieldFiles.Extend(Product.Types, Lists, Path.Combine(folder, "none")));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Kakehashi.Records.Codes.CodeLists Lists { get; } = CodeFiles.Load(Repository.PathOf("catalogue", "codes"));

    private RecordTypes Read(params (string Record, string Yaml)[] files)
    {
        foreach (var (record, yaml) in files) File.WriteAllText(Path.Combine(folder, record + ".yaml"), yaml);
        return OwnFieldFiles.Extend(Product.Types, Lists, folder);
    }

    private IReadOnlyList<OwnFieldMistake> Faults(params (string Record, string Yaml)[] files) => Assert.Throws<OwnFieldFault>(() => Read(files)).Mistakes;
}
