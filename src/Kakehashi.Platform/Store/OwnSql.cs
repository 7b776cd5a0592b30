using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;

namespace Kakehashi.Platform.Store;

/// <summary>
/// What statements ask of the column of own values. Each answers null where the stored value is of another kind than is
/// asked for, as <see cref="Records.Own.OwnReaders"/> do: a changed declaration must make no statement fail.
/// </summary>
internal static class OwnSql
{
    /// <summary>A text.</summary>
    public static string? Text(string? own, string code) => throw InQueriesAlone();

    /// <summary>One side of a bilingual value.</summary>
    public static string? Side(string? own, string code, string language) => throw InQueriesAlone();

    /// <summary>A day as <c>2025-04-01</c>, which sorts as days do.</summary>
    public static string? Day(string? own, string code) => throw InQueriesAlone();

    /// <summary>A number, an amount or the number of a record; exact up to 15 digits.</summary>
    public static double? Number(string? own, string code) => throw InQueriesAlone();

    /// <summary>Something where there is a place, else null; a JSON null is none.</summary>
    public static string? Place(string? own, string code) => throw InQueriesAlone();

    /// <summary><c>true</c> or something else.</summary>
    public static string? Flag(string? own, string code) => throw InQueriesAlone();

    /// <summary>Tells EF how the store's own language says it.</summary>
    public static void Map(ModelBuilder model, bool isSqlite)
    {
        Json json = isSqlite ? new SqliteJson() : new PostgresJson();
        On(nameof(Text), json.Text);
        On(nameof(Side), json.Text);
        On(nameof(Day), own => Where(new LikeExpression(json.Text(own), Constant(own[0], "____-__-__"), null, Json.YesOrNo), json.Text(own)));
        On(nameof(Number), json.Number);
        On(nameof(Place), json.Place);
        On(nameof(Flag), json.Flag);

        void On(string name, Func<IReadOnlyList<SqlExpression>, SqlExpression> translation) =>
            model.HasDbFunction(typeof(OwnSql).GetMethod(name)!).HasTranslation(translation);
    }

    private static InvalidOperationException InQueriesAlone() => new("this is for statements alone");

    private static CaseExpression Where(SqlExpression condition, SqlExpression value) => new([new CaseWhenClause(condition, value)]);

    /// <summary>A text as the column itself is typed.</summary>
    private static SqlConstantExpression Constant(SqlExpression column, string text) => new(text, column.TypeMapping);

    private abstract class Json
    {
        public static RelationalTypeMapping YesOrNo { get; } = new BoolTypeMapping("boolean");

        /// <summary>The text at a path, where there is one.</summary>
        public SqlExpression Text(IReadOnlyList<SqlExpression> own) => Where(Is(own, "text", "string"), Extract(own));

        public SqlExpression Place(IReadOnlyList<SqlExpression> own) => Where(Is(own, "object"), Kind(own));

        public abstract SqlExpression Number(IReadOnlyList<SqlExpression> own);

        public abstract SqlExpression Flag(IReadOnlyList<SqlExpression> own);

        /// <summary>The kind of the value at a path is one of these.</summary>
        protected SqlExpression Is(IReadOnlyList<SqlExpression> own, params string[] kinds) => kinds
            .Select(kind => (SqlExpression)new SqlBinaryExpression(System.Linq.Expressions.ExpressionType.Equal, Kind(own), Constant(own[0], kind), typeof(bool), YesOrNo))
            .Aggregate((one, other) => new SqlBinaryExpression(System.Linq.Expressions.ExpressionType.OrElse, one, other, typeof(bool), YesOrNo));

        public abstract SqlExpression Kind(IReadOnlyList<SqlExpression> own);

        protected abstract SqlExpression Extract(IReadOnlyList<SqlExpression> own);

        protected static SqlFunctionExpression Call(string function, Type type, RelationalTypeMapping? mapping, params SqlExpression[] arguments) =>
            new(function, arguments, nullable: true, arguments.Select(_ => true), type, mapping);
    }

    private sealed class SqliteJson : Json
    {
        public override SqlExpression Number(IReadOnlyList<SqlExpression> own) =>
            Where(Is(own, "integer", "real"), Call("json_extract", typeof(double), new DoubleTypeMapping("REAL"), own[0], Path(own)));

        public override SqlExpression Flag(IReadOnlyList<SqlExpression> own) => Kind(own);

        public override SqlExpression Kind(IReadOnlyList<SqlExpression> own) => Call("json_type", typeof(string), own[0].TypeMapping, own[0], Path(own));

        protected override SqlExpression Extract(IReadOnlyList<SqlExpression> own) => Call("json_extract", typeof(string), own[0].TypeMapping, own[0], Path(own));

        /// <summary>Codes of fields are snake case, so that none of them can say more than a name.</summary>
        private static SqlConstantExpression Path(IReadOnlyList<SqlExpression> own) =>
            Constant(own[0], "$." + string.Join('.', own.Skip(1).Select(step => (string)((SqlConstantExpression)step).Value!)));
    }

    private sealed class PostgresJson : Json
    {
        private static readonly RelationalTypeMapping Binary = new StringTypeMapping("jsonb", DbType.String);
        private static readonly RelationalTypeMapping Double = new DoubleTypeMapping("double precision");

        public override SqlExpression Number(IReadOnlyList<SqlExpression> own) => Where(Is(own, "number"), Cast(Extract(own), typeof(double), Double));

        public override SqlExpression Flag(IReadOnlyList<SqlExpression> own) => Extract(own);

        public override SqlExpression Kind(IReadOnlyList<SqlExpression> own) =>
            Call("jsonb_typeof", typeof(string), own[0].TypeMapping, Call("jsonb_extract_path", typeof(string), Binary, Steps(own)));

        protected override SqlExpression Extract(IReadOnlyList<SqlExpression> own) => Call("jsonb_extract_path_text", typeof(string), own[0].TypeMapping, Steps(own));

        private static SqlExpression[] Steps(IReadOnlyList<SqlExpression> own) => [Cast(own[0], typeof(string), Binary), .. own.Skip(1)];

        private static SqlUnaryExpression Cast(SqlExpression value, Type type, RelationalTypeMapping mapping) =>
            new(System.Linq.Expressions.ExpressionType.Convert, value, type, mapping);
    }
}
