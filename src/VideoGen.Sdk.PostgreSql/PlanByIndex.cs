namespace VideoGen.Sdk.PostgreSql;

/// <summary>For statements that look a few rows up by their keys: whatever a table looked like when the plan was made, it is entered by its index.</summary>
internal static class PlanByIndex
{
    // One plan for all arguments: made anew for each, it takes as long as what it plans.
    private const string Sql =
        "SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), "
        + "set_config('enable_mergejoin', 'off', true), set_config('jit', 'off', true)";

    /// <summary>For the rest of this transaction.</summary>
    public static void Add(PostgreSqlExchange exchange) => exchange.Add(Sql, _ => true);
}
