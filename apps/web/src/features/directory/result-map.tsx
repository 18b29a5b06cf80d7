import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemNotice } from '../../components/problem-notice.js';
import record from '../../components/record.module.css';
import { Waiting } from '../../components/waiting.js';
import { useText } from '../../i18n/use-text.js';
import { useActingOrganization } from '../../lib/acting-organization.js';
import { type DirectoryFilter, pointsQuery } from '../../lib/directory.js';
import { OrganizationName } from '../../records/organization-name.js';
import { PlaceMap } from '../../map/place-map.js';
import type { MapPlace } from '../../map/map-place.js';
import type { Area } from '../../map/projection.js';

/** Where the results are. A module of its own, loaded where a map is shown. */
export function ResultMap(props: {
  filter: DirectoryFilter;
  area: Area | null;
  onSearchArea: (area: Area | null) => void;
}) {
  const { filter, area, onSearchArea } = props;
  const acting = useActingOrganization();
  const { data, error, refetch } = useQuery(pointsQuery(acting.id, filter));
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting rows={1} height={300} />;
  return (
    <PlaceMap
      places={data.points}
      area={area}
      onSearchArea={onSearchArea}
      renderPlace={(place) => <PlaceNote place={place} />}
    />
  );
}

function PlaceNote({ place }: { place: MapPlace }) {
  const text = useText();
  const acting = useActingOrganization();
  return (
    <div className={record.line}>
      <OrganizationName id={place.id} />
      <span className={record.sub}>{text('map.found', { count: place.count })}</span>
      <Link to="/o/$organization/directory" params={{ organization: acting.slug }} search={{ q: place.name }}>
        {text('directory.show-place', { name: place.name })}
      </Link>
    </div>
  );
}
