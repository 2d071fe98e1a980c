/**
 * Prints the recommendations of a running server for a customer, with reasons:
 *   npx tsx examples/client/recommend.ts [customer] [http://127.0.0.1:4000/graphql]
 */
import { ask } from './ask';
import { RecommendationsDocument } from './operations.generated';

async function main([customer = '1', url = 'http://127.0.0.1:4000/graphql']: string[]) {
  const { recommendations } = await ask(url, RecommendationsDocument, { customer, first: 5 });
  if (!recommendations) return;
  const { items, policy, version } = recommendations;
  console.log(
    `For ${recommendations.customer?.firstName} ${recommendations.customer?.lastName}, by ${policy} ${version}:`,
  );
  for (const { rank, score, film, reasons } of items) {
    console.log(
      `${rank}. ${film.title} (${film.categories.map((c) => c.name).join(', ')})  ${score.toFixed(3)}`,
    );
    for (const { text } of reasons) console.log(`   ${text}`);
  }
}

main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
