import { foldName } from './fold-name.js';

/** Words that say what a company is in law, as `foldName` leaves them. */
const LEGAL_WORDS = new Set(
  `ab ag bhd bv co company corp corporation cv firma gmbh inc incorporated jsc kk limited llc llp ltd nv oy pcl plc
  pt pte pty public sa sdn srl tbk tnhh ооо оао ххк хк 주 유 사 재 株 有 จำกัด มหาชน บริษัท`
    .split(/\s+/)
    .map(foldName),
);

/** The same, where it is written together with the name or in several words. */
const LEGAL_FORMS = new RegExp(
  `주식회사|유한회사|유한책임회사|사단법인|재단법인|협동조합|株式会社|有限会社|合同会社|(?:一般|公益)(?:社団|財団)法人|股份有限公司|有限责任公司|有限責任公司|有限公司|^cong ty (?:tnhh|co phan|cp)?(?: mot thanh vien| mtv)?|^บริษัท|จำกัด(?: ?มหาชน)?$`.normalize(
    'NFKC',
  ),
  'gu',
);

/** The name without its legal form, folded; the whole name where nothing else is there. */
export function coreName(name: string): string {
  const folded = foldName(name);
  const words = folded.replace(LEGAL_FORMS, ' ').split(' ');
  const core = words.filter((word) => word !== '' && !LEGAL_WORDS.has(word)).join(' ');
  return core === '' ? folded : core;
}
